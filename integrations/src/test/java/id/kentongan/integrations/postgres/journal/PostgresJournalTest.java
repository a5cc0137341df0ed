package id.kentongan.integrations.postgres.journal;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.integrations.Journal;
import id.kentongan.integrations.contract.JournalContract;
import id.kentongan.integrations.postgres.TestDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostgresJournalTest extends JournalContract {
  private final TestDatabase test = TestDatabase.start();
  private final PostgresJournal journal = new PostgresJournal(test.database(), TestDatabase.KEY);

  @Override
  protected Journal journal() {
    return journal;
  }

  @Override
  protected long entries() {
    return test.count("select count(*) from journal");
  }

  @AfterEach
  void disconnect() {
    test.close();
  }

  @Test
  void takesBatchesOfTwoNodesThatMeetTheSameNewPeople() {
    var one = new ArrayList<>(batch(200, 100));
    var other = new ArrayList<>(one);
    Collections.reverse(other);
    var writing =
        List.of(
            journal.write(one),
            new PostgresJournal(test.database(), TestDatabase.KEY).write(other));
    writing.forEach(TestDatabase::await);

    assertThat(entries()).isEqualTo(200);
    assertThat(test.count("select count(*) from talks")).isEqualTo(100);
  }
}
