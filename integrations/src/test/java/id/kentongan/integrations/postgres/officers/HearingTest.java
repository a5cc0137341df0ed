package id.kentongan.integrations.postgres.officers;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.JournalEntry;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.integrations.Journal;
import id.kentongan.integrations.contract.Forms;
import id.kentongan.integrations.contract.SetClock;
import id.kentongan.integrations.postgres.TestDatabase;
import id.kentongan.integrations.postgres.journal.PostgresJournal;
import id.kentongan.integrations.postgres.officers.Boards.Kind;
import id.kentongan.integrations.postgres.officers.Hearing.Heard;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HearingTest {
  private static final ConversationId ME = new ConversationId("whatsapp", "628123");

  private final SetClock clock = new SetClock("2026-11-20T02:00:00Z");
  private final TestDatabase test = TestDatabase.start();
  private final Hearing hearing = new Hearing(test.database());

  @AfterEach
  void disconnect() {
    test.close();
  }

  @Test
  void theLastThatThePersonDidCounts() {
    turn(1, "halo", "greet", "2026-11-18T01:00:00Z");
    turn(2, "[menu]", null, "2026-11-19T01:00:00Z");
    turn(3, "(Noticed)", null, "2026-11-20T01:00:00Z");
    assertThat(heard())
        .contains(new Heard("whatsapp", Instant.parse("2026-11-19T01:00:00Z"), false));
  }

  @Test
  void ofTurnsOfBeforeAnIntentTells() {
    turn(1, "halo", "greet", "2026-11-18T01:00:00Z");
    turn(2, "(Noticed)", null, "2026-11-19T01:00:00Z");
    TestDatabase.await(
        test.database().transact(handle -> handle.execute("update journal set heard = null")));
    assertThat(heard())
        .contains(new Heard("whatsapp", Instant.parse("2026-11-18T01:00:00Z"), false));
  }

  @Test
  void whoCouldNotBeReachedIsGoneUntilTheyDoSomething() {
    turn(1, "halo", "greet", "2026-11-18T01:00:00Z");
    turn(2, "(Left)", null, "2026-11-18T02:00:00Z");
    turn(3, "(Noticed)", null, "2026-11-18T03:00:00Z");
    assertThat(heard()).map(Heard::gone).contains(true);
    turn(5, "(Left)", null, "2026-11-18T05:00:00Z");
    turn(4, "(Left)", null, "2026-11-18T04:00:00Z");
    assertThat(test.texts("select to_char(gone at time zone 'UTC', 'HH24') from talks"))
        .as("the last counts, whichever is written first")
        .containsExactly("05");
    turn(6, "halo lagi", "greet", "2026-11-19T01:00:00Z");
    assertThat(heard()).map(Heard::gone).contains(false);
    turn(7, "(Left)", null, "2026-11-19T02:00:00Z");
    assertThat(heard()).map(Heard::gone).contains(true);
  }

  @Test
  void aMatterIsToldWhereItWasTalkedOf() {
    var form = new Effect.SubmitEnrollment(Forms.enrolment(new Nik("3510170302889123")));
    TestDatabase.await(test.records(clock).ask(ME, EffectId.of(ME, 9, 0), form));
    String number = test.texts("select number from enrolments").getFirst();
    assertThat(
            TestDatabase.await(
                hearing.matters(Kind.ENROLMENTS, List.of(number, "DFT-2026-999999"))))
        .isEqualTo(Map.of(number, new Heard("whatsapp", null, false)));
    assertThat(TestDatabase.await(hearing.matters(Kind.CLAIMS, List.of()))).isEmpty();
  }

  @Test
  void ofAPaymentThoseCountWhoAreToldOfIt() {
    var form = new Effect.SubmitEnrollment(Forms.enrolment(new Nik("3510170302889123")));
    TestDatabase.await(test.records(clock).ask(ME, EffectId.of(ME, 9, 0), form));
    turn(1, "halo", "greet", "2026-11-18T01:00:00Z");
    var me = new Heard("whatsapp", Instant.parse("2026-11-18T01:00:00Z"), false);
    paid("BYR-2026-000001", "select number, person from enrolments");
    paid("BYR-2026-000002", "select null, person from profiles");
    paid("BYR-2026-000003", "select null, null::bigint");
    assertThat(TestDatabase.await(hearing.payment("BYR-2026-000001"))).containsExactly(me);
    assertThat(TestDatabase.await(hearing.payment("BYR-2026-000002"))).containsExactly(me);
    assertThat(TestDatabase.await(hearing.payment("BYR-2026-000003"))).isEmpty();
  }

  private void paid(String number, String whose) {
    TestDatabase.await(
        test.database()
            .transact(
                handle ->
                    handle.execute(
                        """
                        insert into payments (id, number, digest, payer_blind, amount, paid_at,
                          channel, state, state_since, enrolment, person)
                        select ?, ?, '', '', 1000, now(), 'X', 'REVIEW', now(), w.*
                        from (%s) as w (enrolment, person)
                        """
                            .formatted(whose),
                        number,
                        number)));
  }

  private Optional<Heard> heard() {
    return TestDatabase.await(hearing.talk(test.count("select id from talks")));
  }

  private void turn(int version, String said, @Nullable String intent, String at) {
    var entry = new JournalEntry("e", Instant.parse(at), said, "", "", intent, 0);
    var line = new Journal.Line(ME, EffectId.of(ME, version, 0), entry);
    TestDatabase.await(new PostgresJournal(test.database(), TestDatabase.KEY).write(List.of(line)));
  }
}
