package id.kentongan.integrations.postgres;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A farmer who paid on 20 November 2026 until January 2027; from February on 18.800 a month.
class RemindingTest {
  private static final ConversationId ME = new ConversationId("telegram", "4711");
  private static final Nik NIK = new Nik("3510170302889123");

  private final Content content = YamlContent.load(Path.of("../config")).content();
  private final TestDatabase test = TestDatabase.start();
  private final SetClock clock = new SetClock("2026-11-20T02:00:00Z");
  private final PostgresRecords records =
      new PostgresRecords(
          test.database(),
          TestDatabase.KEY,
          new PostgresRegistry(test.database(), TestDatabase.KEY),
          clock,
          Branch.OFFICES,
          Branch.ZONE);
  private final Reminding reminding =
      new Reminding(test.database(), TestDatabase.KEY, content.rules(), content.tariffs(), clock);

  @BeforeEach
  void pay() {
    var submit = new Effect.SubmitEnrollment(Forms.enrolment(NIK));
    TestDatabase.await(records.ask(ME, EffectId.of(ME, 1, 0), submit));
    var time = new Payments.Time(clock, Branch.ZONE);
    var payments = new Payments(test.database(), TestDatabase.KEY, content.tariffs(), true, time);
    var payer = new Payment.Payer.ByNik(NIK);
    TestDatabase.await(
        payments.take(new Payment("p", payer, new Rupiah(37_600), clock.instant(), "Pos")));
  }

  @AfterEach
  void disconnect() {
    test.close();
  }

  @Test
  void eachDayOfTheRulesIsToldOnceInTheMorning() {
    assertThat(remindedOn("2027-01-23T05:00:00Z")).isZero();
    assertThat(remindedOn("2027-01-23T22:00:00Z")).as("5 in the morning").isZero();
    assertThat(remindedOn("2027-01-24T01:30:00Z")).isEqualTo(1);
    assertThat(remindedOn("2027-01-24T02:30:00Z")).isZero();
    assertThat(remindedOn("2027-01-27T13:00:00Z")).isZero();
    assertThat(remindedOn("2027-01-28T02:00:00Z")).isEqualTo(1);
    assertThat(remindedOn("2027-01-31T02:00:00Z")).isEqualTo(1);
    assertThat(remindedOn("2027-02-06T02:00:00Z")).isZero();
    assertThat(remindedOn("2027-02-07T02:00:00Z")).isEqualTo(1);
    assertThat(remindedOn("2027-02-08T02:00:00Z")).isZero();
    assertThat(remindedOn("2027-03-08T02:00:00Z")).isZero();

    var january = YearMonth.of(2027, 1);
    var next = new Rupiah(18_800);
    assertThat(due())
        .containsExactly(
            new Notice.ContributionDue(january, 7, next),
            new Notice.ContributionDue(january, 3, next),
            new Notice.ContributionDue(january, 0, next),
            new Notice.ContributionDue(january, -7, next));
  }

  @Test
  void aDayThatWasMissedIsMadeGood() {
    assertThat(remindedOn("2027-01-26T02:00:00Z")).isEqualTo(1);
    assertThat(due()).extracting(Notice.ContributionDue::days).containsExactly(7);
  }

  @Test
  void whoWantsNoneGetsNone() {
    wish(new Effect.SetReminders(false, 0), 2);
    assertThat(remindedOn("2027-01-28T02:00:00Z")).isZero();
    wish(new Effect.SetReminders(true, 16), 3);
    assertThat(remindedOn("2027-01-28T08:59:00Z")).isZero();
    assertThat(remindedOn("2027-01-28T09:00:00Z")).isEqualTo(1);
  }

  private void wish(Effect.SetReminders wish, int version) {
    TestDatabase.await(records.tell(ME, EffectId.of(ME, version, 0), wish));
  }

  private int remindedOn(String instant) {
    clock.advance(Duration.between(clock.instant(), Instant.parse(instant)));
    return TestDatabase.await(reminding.remind());
  }

  private List<Notice.ContributionDue> due() {
    return TestDatabase.await(new PostgresNotices(test.database(), TestDatabase.KEY).waiting(20))
        .stream()
        .map(Notices.Waiting::notice)
        .filter(Notice.ContributionDue.class::isInstance)
        .map(Notice.ContributionDue.class::cast)
        .toList();
  }
}
