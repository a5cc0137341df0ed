package id.kentongan.integrations.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.talk.MyData;
import id.kentongan.dialogs.values.Retention;
import id.kentongan.integrations.postgres.batches.VillageMoney;
import id.kentongan.integrations.postgres.privacy.RunningMatters;
import java.time.LocalDate;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What the database counts by days and years is of the office's days, wherever the machine stands:
/// here it is 31 December, six in the evening, where the machine is, and the new year's first hour
/// at the office.
@Timeout(120)
class OfficeDaysTest {
  private static final String NEW_YEAR = "timestamptz '2026-12-31 18:00:00+00'";
  private static final String VILLAGE = "35.10.04.2005";

  private static TimeZone before;
  private static TestDatabase test;

  @BeforeAll
  static void open() {
    before = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    test = TestDatabase.start();
  }

  @AfterAll
  static void close() {
    test.close();
    TimeZone.setDefault(before);
  }

  @Test
  void aDayIsTheOffices() {
    assertThat(test.texts("select (" + NEW_YEAR + ")::date::text")).containsExactly("2027-01-01");
    assertThat(
            test.count(
                "select count(*) where current_date = (now() at time zone 'Asia/Jakarta')::date"))
        .isEqualTo(1);
  }

  @Test
  void aListOfTheNewYearIsPaidFromItsBudget() {
    sql("insert into organisations (name, village) values ('Maju', '%s')".formatted(VILLAGE));
    sql(
        """
        insert into agents (organisation, name, code_blind, since)
        select id, 'Rina', 'x', '2026-01-01' from organisations
        """);
    sql(
        """
        insert into sponsorships (number, agent, village, programmes, months, people, total, state,
          state_since, made)
        select 'ADD-2027-000001', id, '%s', 'JKK,JKM', 3, 2, 100800, 'DONE', %s, %s from agents
        """
            .formatted(VILLAGE, NEW_YEAR, NEW_YEAR));
    sql(
        """
        insert into village_budgets
        select '%s', year, %s, 1000000, 'ayu' from generate_series(2026, 2027) year
        """
            .formatted(VILLAGE, NEW_YEAR));

    assertThat(List.of(2026, 2027)).map(OfficeDaysTest::spent).containsExactly(0L, 100_800L);
  }

  @Test
  void anAccidentIsKeptUntilTheOfficesDay() {
    sql("insert into talks (blind, channel, sender) values ('y', 'web', '')");
    sql(
        """
        insert into accidents (number, talk, victim, day, place, chronology, notifier, deadline,
          state, state_since, receipt, made)
        select 'JKK-2027-000001', id, 'Parno', '2026-12-31', '', '', 'Suyati', %1$s,
          'accident.reported', %1$s, '', %1$s from talks
        """
            .formatted(NEW_YEAR));
    var terms = new Retention(30, 30, 30);

    List<MyData.Kept> kept =
        TestDatabase.await(
            test.database()
                .transact(
                    handle -> {
                      List<Long> talks =
                          handle.createQuery("select id from talks").mapTo(Long.class).list();
                      return RunningMatters.of(
                          handle, talks, null, terms, LocalDate.of(2027, 1, 1));
                    }));
    assertThat(kept).map(MyData.Kept::until).containsExactly(LocalDate.of(2027, 1, 31));
  }

  private static long spent(int year) {
    return TestDatabase.await(
            test.database().transact(handle -> VillageMoney.of(handle, VILLAGE, year)))
        .orElseThrow()
        .spent()
        .amount();
  }

  private static void sql(String statement) {
    TestDatabase.await(test.database().transact(handle -> handle.execute(statement)));
  }
}
