package id.kentongan.integrations.postgres.journal;

import static id.kentongan.integrations.postgres.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.JournalEntry;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.integrations.Journal;
import id.kentongan.integrations.contract.Branch;
import id.kentongan.integrations.contract.Forms;
import id.kentongan.integrations.contract.SetClock;
import id.kentongan.integrations.postgres.TestDatabase;
import id.kentongan.integrations.postgres.officers.Takeovers;
import id.kentongan.integrations.postgres.records.PostgresRecords;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DailyFiguresTest {
  private static final ConversationId ME = new ConversationId("telegram", "4711");

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 19);

  private final TestDatabase test = TestDatabase.start();
  private final SetClock clock = new SetClock("2026-11-19T02:00:00Z");
  private final PostgresJournal journal = new PostgresJournal(test.database(), TestDatabase.KEY);
  private final PostgresRecords records = test.records(clock);
  private final DailyFigures figures = new DailyFigures(test.database(), clock, Branch.ZONE);
  private int version;

  @AfterEach
  void disconnect() {
    test.close();
  }

  @Test
  void aDayIsCountedOnceWhenItIsOver() {
    said("ask.contribution", 0.9);
    said("out_of_scope", 0.9);
    said("menu", 0.2);
    said(null, 0);
    ask(new Effect.OpenTicket("human", "tolong"));
    clock.advance(Duration.ofMinutes(7));
    await(
        new Takeovers(test.database(), TestDatabase.KEY, clock, Branch.ZONE)
            .takeOver("dimas", test.count("select talk from tickets")));
    clock.advance(Duration.ofDays(1));

    assertThat(await(figures.count())).isEqualTo(31);
    assertThat(await(figures.count())).isZero();
    assertThat(await(figures.days(1)))
        .containsExactly(new DailyFigures.Day(LocalDate.of(2026, 11, 19), 1, 3, 1, 1, 7));
    assertThat(await(figures.days(40))).hasSize(31);
  }

  @Test
  void whoWasHelpedAfterTheDayWasCountedWaitedAllTheSame() {
    var takeovers = new Takeovers(test.database(), TestDatabase.KEY, clock, Branch.ZONE);
    ask(new Effect.OpenTicket("human", "tolong"));
    clock.advance(Duration.ofHours(20));
    await(figures.count());
    assertThat(await(figures.days(1)).getFirst().waited()).isNull();
    await(takeovers.takeOver("dimas", test.count("select talk from tickets")));
    assertThat(await(figures.count())).isZero();
    assertThat(await(figures.days(1)).getFirst().waited()).isEqualTo(1_200);
  }

  @Test
  void anOfficerWhoComesUnaskedWasNotWanted() {
    said("menu", 0.9);
    var takeovers = new Takeovers(test.database(), TestDatabase.KEY, clock, Branch.ZONE);
    await(takeovers.takeOver("dimas", test.count("select id from talks")));
    clock.advance(Duration.ofDays(1));
    await(figures.count());
    assertThat(await(figures.days(1)))
        .containsExactly(new DailyFigures.Day(LocalDate.of(2026, 11, 19), 1, 1, 1, 0, null));
  }

  @Test
  void anAnswerThatTookAFormOnWasUnderstood() {
    said("enroll.start", 0.9, "enroll.name");
    said("out_of_scope", 0.8, "enroll.nik");
    said("out_of_scope", 0.8, "enroll.nik");
    assertThat(counted()).isEqualTo(new DailyFigures.Day(TODAY, 1, 3, 2, 0, null));
  }

  @Test
  void whatIsSaidToAnOfficerIsNotSaidToTheBot() {
    said("human", 0.9, "");
    said(null, 0, "handover.with-officer");
    said("cancel", 0.3, "handover.with-officer");
    said("greet", 0.9, "handover.with-officer");
    assertThat(counted()).isEqualTo(new DailyFigures.Day(TODAY, 1, 1, 1, 0, null));
  }

  private DailyFigures.Day counted() {
    clock.advance(Duration.ofDays(1));
    await(figures.count());
    return await(figures.days(1)).getFirst();
  }

  @Test
  void aClaimIsOfTheVillageOfWhoDied() {
    var nik = new Nik("3510170302889123");
    ask(new Effect.SubmitEnrollment(Forms.enrolment(nik)));
    var family = new ConversationId("telegram", "4712");
    var claim = new Effect.OpenClaim(Forms.claim(nik, List.of()));
    await(records.ask(family, EffectId.of(family, 1, 0), claim));
    String village = test.texts("select village from persons").getFirst();
    assertThat(await(figures.areas(30, 10))).containsExactly(new DailyFigures.Area(village, 1, 1));
  }

  @Test
  void enrolmentsAndClaimsAreCountedByVillage() {
    ask(new Effect.SubmitEnrollment(Forms.enrolment(new Nik("3510170302889123"))));
    ask(new Effect.OpenClaim(Forms.claim(new Nik("3510170302889123"), List.of())));
    String village = test.texts("select village from persons").getFirst();
    assertThat(await(figures.areas(30, 10))).containsExactly(new DailyFigures.Area(village, 1, 1));
    clock.advance(Duration.ofDays(40));
    assertThat(await(figures.areas(30, 10))).isEmpty();
  }

  private void said(@Nullable String intent, double confidence) {
    said(intent, confidence, "");
  }

  private void said(@Nullable String intent, double confidence, String state) {
    version++;
    clock.advance(Duration.ofSeconds(1));
    var entry =
        new JournalEntry("e" + version, clock.instant(), "x", "y", state, intent, confidence);
    await(journal.write(List.of(new Journal.Line(ME, EffectId.of(ME, version, 9), entry))));
  }

  private void ask(Effect.Ask ask) {
    version++;
    await(records.ask(ME, EffectId.of(ME, version, 0), ask));
  }
}
