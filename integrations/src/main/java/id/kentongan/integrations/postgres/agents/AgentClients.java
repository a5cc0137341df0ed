package id.kentongan.integrations.postgres.agents;

import id.kentongan.dialogs.talk.Answer;
import id.kentongan.integrations.postgres.matters.EnrollmentState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;

/// The people that an agent enrolled, and nobody else's: counted, listed, found by name.
final class AgentClients {
  /// How many are listed at once: what a message and its buttons hold.
  static final int LISTED = 8;

  /// Days before the end of the last paid month from which somebody is to be reminded, and hours
  /// that a first payment may take.
  private static final int BEFORE = 7;

  private static final int HOURS = 24;

  /// Each person once, by their latest enrolment with the agent.
  private static final String THEIRS =
      """
      select distinct on (p.id) p.id as person, p.name, p.village, e.number, e.state, e.made,
        m.paid_until, m.died,
        m.died is null and ((e.state = 'WAITING' and e.made < :paying)
          or (e.state = 'ACTIVE' and m.paid_until is not null
            and m.paid_until + interval '1 month' - interval '1 day' <= :soon)) as due
      from enrolments e join persons p on p.id = e.person
      left join memberships m on m.person = p.id
      where e.agent = :agent and e.state <> 'REFUSED' order by p.id, e.made desc
      """;

  private final ZoneId zone;

  AgentClients(ZoneId zone) {
    this.zone = zone;
  }

  Answer recap(Handle handle, long agent, LocalDate from, LocalDate until, Instant now) {
    List<Answer.RecapLine> villages =
        handle
            .createQuery(
                """
                select p.village, count(*) as enrolled,
                  count(*) filter (where e.state = 'ACTIVE') as paid,
                  count(*) filter (where e.state = 'WAITING') as waiting
                from enrolments e join persons p on p.id = e.person
                where e.agent = :agent and e.state <> 'REFUSED' and e.made >= :from
                  and e.made < :until
                group by p.village order by enrolled desc, p.village
                """)
            .bind("agent", agent)
            .bind("from", from.atStartOfDay(zone).toInstant())
            .bind("until", until.atStartOfDay(zone).toInstant())
            .map(
                (row, context) ->
                    new Answer.RecapLine(
                        row.getString("village"),
                        row.getInt("enrolled"),
                        row.getInt("paid"),
                        row.getInt("waiting")))
            .list();
    int due =
        bound(handle.createQuery("select count(*) from (" + THEIRS + ") c where due"), agent, now)
            .mapTo(Integer.class)
            .one();
    return new Answer.RecapRead(villages, due);
  }

  /// Those to be reminded, longest waiting first.
  Answer due(Handle handle, long agent, int skip, Instant now) {
    List<Answer.Client> found =
        bound(
                handle.createQuery(
                    "select * from ("
                        + THEIRS
                        + ") c where due order by coalesce(paid_until, made::date), number"
                        + " limit :most offset :skip"),
                agent,
                now)
            .bind("most", LISTED + 1)
            .bind("skip", skip)
            .map((row, context) -> client(row))
            .list();
    boolean more = found.size() > LISTED;
    return new Answer.ClientsRead(
        more ? found.subList(0, LISTED) : found, more ? skip + LISTED : 0);
  }

  /// Those whose name is like this, likeliest first.
  Answer named(Handle handle, long agent, String name, Instant now) {
    List<Answer.Client> found =
        bound(
                handle.createQuery(
                    """
                    select * from (%s) c
                    where strict_word_similarity(:name, lower(name)) >= 0.35
                      or similarity(:name, lower(name)) >= 0.35
                    order by greatest(strict_word_similarity(:name, lower(name)),
                      similarity(:name, lower(name))) desc, name, number limit :most
                    """
                        .formatted(THEIRS)),
                agent,
                now)
            .bind("name", name.toLowerCase(Locale.ROOT))
            .bind("most", LISTED)
            .map((row, context) -> client(row))
            .list();
    return new Answer.ClientsRead(found, 0);
  }

  private org.jdbi.v3.core.statement.Query bound(
      org.jdbi.v3.core.statement.Query query, long agent, Instant now) {
    return query
        .bind("agent", agent)
        .bind("paying", now.minusSeconds(HOURS * 3600L))
        .bind("soon", LocalDate.ofInstant(now, zone).plusDays(BEFORE));
  }

  private static Answer.Client client(ResultSet row) throws SQLException {
    LocalDate paid = row.getObject("paid_until", LocalDate.class);
    return new Answer.Client(
        row.getString("name"),
        row.getString("village"),
        row.getString("number"),
        EnrollmentState.valueOf(row.getString("state")).words(),
        paid == null ? null : YearMonth.from(paid),
        row.getBoolean("due"));
  }
}
