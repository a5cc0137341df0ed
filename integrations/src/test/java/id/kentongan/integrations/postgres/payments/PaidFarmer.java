package id.kentongan.integrations.postgres.payments;

import id.kentongan.dialogs.content.Content;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.Notice;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.dialogs.values.Rupiah;
import id.kentongan.integrations.Notices;
import id.kentongan.integrations.Payment;
import id.kentongan.integrations.content.YamlContent;
import id.kentongan.integrations.contract.Branch;
import id.kentongan.integrations.contract.Forms;
import id.kentongan.integrations.contract.SetClock;
import id.kentongan.integrations.postgres.PostgresNotices;
import id.kentongan.integrations.postgres.TestDatabase;
import id.kentongan.integrations.postgres.agents.Agents;
import id.kentongan.integrations.postgres.agents.Organisation;
import id.kentongan.integrations.postgres.records.PostgresRecords;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// A farmer of the second band who paid on 20 November 2026 until January 2027, in a database of
/// the test's own.
public final class PaidFarmer implements AutoCloseable {
  static final ConversationId ME = new ConversationId("telegram", "4711");
  static final Nik NIK = new Nik("3510170302889123");

  public final Content content = YamlContent.load(Path.of("../config")).content();
  public final TestDatabase test = TestDatabase.start();
  public final SetClock clock = new SetClock("2026-11-20T02:00:00Z");
  final PostgresRecords records = test.records(clock);

  public PaidFarmer() {
    var submit = new Effect.SubmitEnrollment(Forms.enrolment(NIK));
    TestDatabase.await(records.ask(ME, EffectId.of(ME, 1, 0), submit));
    var time = new Payments.Time(clock, Branch.ZONE);
    var payments = new Payments(test.database(), TestDatabase.KEY, content::tariffs, true, time);
    var payer = new Payment.Payer.ByNik(NIK);
    TestDatabase.await(
        payments.take(new Payment("p", payer, new Rupiah(37_600), clock.instant(), "Pos")));
  }

  public void wish(Effect.SetReminders wish, int version) {
    TestDatabase.await(records.tell(ME, EffectId.of(ME, version, 0), wish));
  }

  /// Time goes on until then.
  public void until(String instant) {
    clock.advance(Duration.between(clock.instant(), Instant.parse(instant)));
  }

  public <N extends Notice> List<N> told(Class<N> kind) {
    return TestDatabase.await(new PostgresNotices(test.database(), TestDatabase.KEY).waiting(0, 20))
        .stream()
        .map(Notices.Waiting::notice)
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  @Override
  public void close() {
    test.close();
  }

  /// A village pays from a month on for some months.
  public void sponsored(String first, int months) {
    var database = test.database();
    var invited =
        new Agents.Invited("Rina", Organisation.named("BUMDesma"), List.of("35.10.04.2005"));
    TestDatabase.await(new Agents(database, TestDatabase.KEY, clock).invite("ayu", invited));
    TestDatabase.await(
        database.transact(
            handle ->
                handle.execute(
                    """
                    with list as (
                      insert into sponsorships (number, agent, village, programmes, months, people,
                        total, state, state_since, made)
                      select 'ADD-2026-000001', max(id), '35.10.04.2005', 'JKK,JKM', 1, 1, 1,
                        'DONE', now(), now() from agents returning number)
                    insert into sponsored_people (sponsorship, person, first_month, months, total)
                    select 'ADD-2026-000001', max(id), ?::date, ?, 1 from persons
                    """,
                    first,
                    months)));
  }
}
