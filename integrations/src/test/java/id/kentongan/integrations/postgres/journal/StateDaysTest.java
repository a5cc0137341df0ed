package id.kentongan.integrations.postgres.journal;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.JournalEntry;
import id.kentongan.integrations.Journal;
import id.kentongan.integrations.contract.Branch;
import id.kentongan.integrations.contract.SetClock;
import id.kentongan.integrations.postgres.TestDatabase;
import id.kentongan.integrations.postgres.journal.StateDays.Day;
import id.kentongan.integrations.postgres.journal.StateDays.Way;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StateDaysTest {
  private final TestDatabase test = TestDatabase.start();
  private final SetClock clock = new SetClock("2026-11-20T02:00:00Z");
  private final StateDays days = new StateDays(test.database(), clock, Branch.ZONE);
  private final PostgresJournal journal = new PostgresJournal(test.database(), TestDatabase.KEY);

  @AfterEach
  void disconnect() {
    test.close();
  }

  @Test
  void whereTheyWentAndWhereTheyStoppedIsCountedDayByDay() {
    stood(1, "enroll.consent", "enroll.name", "enroll.name", "enroll.nik", "");
    stood(2, "enroll.consent", "enroll.name");
    assertThat(TestDatabase.await(days.count())).isEqualTo(32);
    assertThat(TestDatabase.await(days.ways(1)))
        .contains(
            new Way("enroll.consent", "enroll.name", 2),
            new Way("enroll.name", "*", 2),
            new Way("enroll.name", ".", 1),
            new Way("enroll.name", "enroll.nik", 1),
            new Way("", ".", 1))
        .doesNotContain(new Way("enroll.name", "enroll.name", 1));

    clock.advance(Duration.ofDays(1));
    stood(2, "enroll.nik");
    assertThat(TestDatabase.await(days.count())).as("yesterday again, and today").isEqualTo(2);
    assertThat(TestDatabase.await(days.days("enroll.nik", 10)))
        .containsExactly(
            new Day(LocalDate.of(2026, 11, 21), 1, 1), new Day(LocalDate.of(2026, 11, 20), 1, 0));
    assertThat(TestDatabase.await(days.ways(1))).hasSize(2);
  }

  private void stood(int talk, String... states) {
    var who = new ConversationId("telegram", "80" + talk);
    for (String state : states) {
      clock.advance(Duration.ofSeconds(1));
      var entry = new JournalEntry("e", clock.instant(), "a", "b", state, null, 0);
      var id = EffectId.of(who, clock.instant().getEpochSecond(), 0);
      TestDatabase.await(journal.write(List.of(new Journal.Line(who, id, entry))));
    }
  }
}
