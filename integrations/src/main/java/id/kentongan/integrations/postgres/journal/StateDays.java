package id.kentongan.integrations.postgres.journal;

import id.kentongan.integrations.postgres.Database;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Where conversations stood day by day, where they went from there and where they stopped, counted
/// from the journal. Numbers only, nobody's data.
public final class StateDays {
  /// All that were in a state.
  public static final String THERE = "*";

  /// Those whose day ended in it.
  public static final String STOPPED = ".";

  private static final int BACK = 31;

  private final Database database;
  private final InstantSource clock;
  private final ZoneId zone;

  public StateDays(Database database, InstantSource clock, ZoneId zone) {
    this.database = database;
    this.clock = clock;
    this.zone = zone;
  }

  /// So many conversations went from `state` to `next`.
  public record Way(String state, String next, int talks) {}

  /// Counts today anew, and the days before it that were not counted when they were over; how many.
  public Future<Integer> count() {
    LocalDate today = today();
    return database.transact(
        handle -> {
          LocalDate last =
              handle
                  .createQuery("select max(day) from state_days")
                  .mapTo(LocalDate.class)
                  .findOne()
                  .orElse(today.minusDays(BACK));
          LocalDate first = last.isBefore(today.minusDays(BACK)) ? today.minusDays(BACK) : last;
          int counted = 0;
          for (LocalDate day = first; !day.isAfter(today); day = day.plusDays(1)) {
            count(handle, day);
            counted++;
          }
          return counted;
        });
  }

  private void count(Handle handle, LocalDate day) {
    handle.execute("delete from state_days where day = ?", day);
    handle
        .createUpdate(
            """
            with turns as (
              select talk, state, lead(state) over (partition by talk order by at) as next
              from journal where at >= :from and at < :to and state <> 'late')
            insert into state_days (day, state, next, talks)
            select :day, state, coalesce(next, '.'), count(distinct talk) from turns
            where next is distinct from state group by 2, 3
            union all
            select :day, state, '*', count(distinct talk) from turns group by 2
            """)
        .bind("day", day)
        .bind("from", day.atStartOfDay(zone).toInstant())
        .bind("to", day.plusDays(1).atStartOfDay(zone).toInstant())
        .execute();
  }

  /// Of the last so many days, today among them.
  public Future<List<Way>> ways(int days) {
    return database.transact(
        handle ->
            handle
                .createQuery(
                    """
                    select state, next, sum(talks)::int as talks from state_days where day > :after
                    group by state, next order by talks desc, state, next
                    """)
                .bind("after", today().minusDays(days))
                .map(
                    (row, context) ->
                        new Way(row.getString("state"), row.getString("next"), row.getInt("talks")))
                .list());
  }

  /// How many stopped in a state, day by day, latest first.
  public Future<List<Day>> days(String state, int most) {
    return database.transact(
        handle ->
            handle
                .createQuery(
                    """
                    select day, coalesce(sum(talks) filter (where next = '*'), 0)::int as there,
                      coalesce(sum(talks) filter (where next = '.'), 0)::int as stopped
                    from state_days where state = :state and next in ('*', '.')
                    group by day order by day desc limit :most
                    """)
                .bind("state", state)
                .bind("most", most)
                .map(
                    (row, context) ->
                        new Day(
                            row.getObject("day", LocalDate.class),
                            row.getInt("there"),
                            row.getInt("stopped")))
                .list());
  }

  /// How many were in a state on a day, and how many of them stopped there.
  public record Day(LocalDate day, int there, int stopped) {}

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }
}
