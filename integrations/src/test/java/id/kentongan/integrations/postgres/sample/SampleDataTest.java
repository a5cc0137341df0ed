package id.kentongan.integrations.postgres.sample;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.integrations.contract.SetClock;
import id.kentongan.integrations.postgres.TestDatabase;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SampleDataTest {
  private final TestDatabase test = TestDatabase.start();
  private final SetClock clock = new SetClock("2026-11-20T08:00:00Z");
  private final SampleData sample =
      new SampleData(test.database(), TestDatabase.KEY, clock, ZoneId.of("Asia/Jakarta"));

  @AfterEach
  void disconnect() {
    test.close();
  }

  @Test
  void doublesNothingAndMovesAlongWithToday() {
    List<SampleData.Account> first = TestDatabase.await(sample.load());
    clock.advance(Duration.ofDays(100));
    List<SampleData.Account> later = TestDatabase.await(sample.load());

    assertThat(later).isEqualTo(first).hasSize(7);
    assertThat(test.count("select count(*) from persons")).isEqualTo(7);
    assertThat(test.count("select count(*) from memberships")).isEqualTo(6);
    assertThat(test.count("select count(*) from enrolments where state = 'WAITING'")).isEqualTo(1);
    assertThat(test.count("select count(*) from claims where state = 'COMPLETE'")).isEqualTo(1);
    assertThat(test.count("select count(*) from agents")).isEqualTo(2);
    assertThat(test.texts("select died::text from memberships where died is not null"))
        .containsExactly(LocalDate.of(2027, 2, 8).toString());
  }

  @Test
  void isAllFlagged() {
    TestDatabase.await(sample.load());
    for (String table :
        List.of("persons", "memberships", "enrolments", "claims", "agents", "organisations")) {
      assertThat(test.count("select count(*) from " + table + " where not sample"))
          .as(table)
          .isZero();
    }
  }
}
