package id.kentongan.integrations.postgres.journal;

import id.kentongan.integrations.postgres.Database;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What the days were: volumes, how much was understood, how often a person was wanted and how long
/// people waited; and where enrolments and claims came from. Numbers only, nobody's data.
public final class DailyFigures {
  /// Below it the Ear asks which was meant, or says that it does not know.
  private static final double SURE = 0.5;

  private static final int BACK = 31;

  /// For how many days after it a ticket may still be taken and counts for the day on which it was
  /// made.
  private static final int LATER = 14;

  /// Where the bot is silent.
  private static final String WITH_OFFICER = "handover.with-officer";

  private static final String MEDIAN =
      "(percentile_disc(0.5) within group (order by extract(epoch from taken - made) / 60))::int";

  /// Of a ticket: a person asked; not an officer unasked, nor the promise of a matter.
  private static final String WANTED =
      """
      topic <> 'officer'
        and not exists (select 1 from escalations e where e.ticket = tickets.number)
      """;

  private final Database database;
  private final InstantSource clock;
  private final ZoneId zone;

  public DailyFigures(Database database, InstantSource clock, ZoneId zone) {
    this.database = database;
    this.clock = clock;
    this.zone = zone;
  }

  /// `waited`: median minutes until an officer came.
  public record Day(
      LocalDate day,
      int talks,
      int messages,
      int understood,
      int tickets,
      @Nullable Integer waited) {}

  /// How many enrolments and claims came from a village, by its code.
  public record Area(String village, int enrolments, int claims) {}

  /// Counts the days that are over and were not counted; says how many.
  public Future<Integer> count() {
    LocalDate today = today();
    return database.transact(
        handle -> {
          LocalDate from =
              handle
                  .createQuery("select max(day) from report_days")
                  .mapTo(LocalDate.class)
                  .findOne()
                  .map(last -> last.plusDays(1))
                  .orElse(today.minusDays(BACK));
          int counted = 0;
          LocalDate first = from.isBefore(today.minusDays(BACK)) ? today.minusDays(BACK) : from;
          for (LocalDate day = first; day.isBefore(today); day = day.plusDays(1)) {
            counted += count(handle, day);
          }
          waited(handle, today);
          return counted;
        });
  }

  /// why again: who asks in the evening is helped after the day was counted.
  private void waited(Handle handle, LocalDate today) {
    handle
        .createUpdate(
            """
            update report_days r set waited = w.waited
            from (
              select (made at time zone :zone)::date as day, %s as waited
              from tickets where made >= :from and %s group by 1
            ) w where w.day = r.day and w.waited is distinct from r.waited
            """
                .formatted(MEDIAN, WANTED))
        .bind("zone", zone.getId())
        .bind("from", today.minusDays(LATER).atStartOfDay(zone).toInstant())
        .execute();
  }

  /// why: an answer that took a form on was understood, whatever it is to the Ear; and what is said
  /// to an officer was not said to us.
  private int count(Handle handle, LocalDate day) {
    return handle
        .createUpdate(
            """
            insert into report_days (day, talks, messages, understood, tickets, waited)
            select :day, said.talks, said.messages, said.understood, wanted.tickets, wanted.waited
            from (
              select count(distinct talk) talks, count(*) messages,
                count(*) filter (where confidence >= :sure and intent != 'out_of_scope'
                  or coalesce(before, '') <> '' and state <> before) understood
              from (
                select talk, intent, confidence, state,
                  lag(state) over (partition by talk order by at) as before
                from journal where at >= :from and at < :to
              ) turns
              where intent is not null and not (state = :officer and before = state)
            ) said, (
              select count(*) tickets, %s waited
              from tickets where made >= :from and made < :to and %s
            ) wanted
            on conflict do nothing
            """
                .formatted(MEDIAN, WANTED))
        .bind("day", day)
        .bind("sure", SURE)
        .bind("officer", WITH_OFFICER)
        .bind("from", day.atStartOfDay(zone).toInstant())
        .bind("to", day.plusDays(1).atStartOfDay(zone).toInstant())
        .execute();
  }

  /// The latest first.
  public Future<List<Day>> days(int most) {
    return database.transact(
        handle ->
            handle
                .createQuery("select * from report_days order by day desc limit :most")
                .bind("most", most)
                .map(
                    (row, context) ->
                        new Day(
                            row.getObject("day", LocalDate.class),
                            row.getInt("talks"),
                            row.getInt("messages"),
                            row.getInt("understood"),
                            row.getInt("tickets"),
                            row.getObject("waited", Integer.class)))
                .list());
  }

  /// Of the last so many days, the most first; sample data is not counted. A claim is of where who
  /// died was from, as far as that is known, else of whoever chats of it.
  public Future<List<Area>> areas(int days, int most) {
    return database.transact(
        handle ->
            handle
                .createQuery(
                    """
                    select village, sum(e)::int enrolments, sum(c)::int claims from (
                      select p.village, 1 e, 0 c
                      from enrolments m join persons p on p.id = m.person
                      where m.made >= :from and not m.sample
                      union all
                      select coalesce((select d.village from persons d
                        where d.nik_blind = m.deceased_nik_blind and length(d.nik_blind) > 0
                        order by d.id limit 1), p.village, ''), 0, 1
                      from claims m join talks t on t.id = m.talk
                      left join persons p on p.id = t.person
                      where m.made >= :from and not m.sample
                    ) made group by village order by sum(e) + sum(c) desc, village limit :most
                    """)
                .bind("from", today().minusDays(days).atStartOfDay(zone).toInstant())
                .bind("most", most)
                .map(
                    (row, context) ->
                        new Area(
                            row.getString("village"),
                            row.getInt("enrolments"),
                            row.getInt("claims")))
                .list());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }
}
