package id.kentongan.integrations.postgres.officers;

import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.accounts.OfficerSessions;
import id.kentongan.integrations.postgres.officers.Boards.Kind;
import io.vertx.core.Future;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// When people last wrote, tapped or sent something, by which their channel lets free words to
/// them, and whether they are to be reached at all. Readable columns only: nothing is decrypted.
public final class Hearing {
  /// Of a row `j` of the journal, whether the person did something in that turn.
  public static final String HEARD = "coalesce(j.heard, j.intent is not null)";

  private static final String LAST =
      "t.gone, (select max(j.at) from journal j where j.talk = t.id and %s) as last"
          .formatted(HEARD);

  /// Of a talk `t`: whether the person was not to be reached, and did nothing since.
  public static final String GONE =
      """
      (t.gone is not null
        and not exists (select 1 from journal j where j.talk = t.id and %s and j.at > t.gone))
      """
          .formatted(HEARD);

  private final Database database;

  public Hearing(Database database) {
    this.database = database;
  }

  /// Where words to somebody go, when they were last heard there, and whether they are `gone`
  /// since: they block us, or their number is not to be reached.
  public record Heard(String channel, @Nullable Instant last, boolean gone) {}

  public Future<Optional<Heard>> talk(long talk) {
    return database.transact(
        handle ->
            handle
                .createQuery("select t.channel, %s from talks t where t.id = :talk".formatted(LAST))
                .bind("talk", talk)
                .map((row, context) -> heard(row))
                .findOne());
  }

  /// Of matters by their numbers; a matter of which nobody chatted is not in it.
  public Future<Map<String, Heard>> matters(Kind kind, List<String> numbers) {
    return numbers.isEmpty()
        ? Future.succeededFuture(Map.of())
        : database.transact(
            handle ->
                handle
                    .createQuery(
                        """
                        select m.number, t.channel, %s from <table> m join talks t on t.id = m.talk
                        where m.number in (<numbers>)
                        """
                            .formatted(LAST))
                    .define("table", kind.name().toLowerCase(Locale.ROOT))
                    .bindList("numbers", numbers)
                    .map((row, context) -> Map.entry(row.getString("number"), heard(row)))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  /// Of the agent who enrolled somebody that did not chat themselves.
  public Future<Optional<Heard>> agent(String number) {
    return database.transact(
        handle ->
            agent(handle, number)
                .flatMap(
                    talk ->
                        handle
                            .createQuery(
                                "select t.channel, %s from talks t where t.id = :talk"
                                    .formatted(LAST))
                            .bind("talk", talk)
                            .map((row, context) -> heard(row))
                            .findOne()));
  }

  static Optional<Long> agent(Handle handle, String number) {
    return handle
        .createQuery(
            """
            select a.talk from enrolments e join agents a on a.id = e.agent
            where e.number = :number and e.talk is null and a.talk is not null
              and a.revoked is null
            """)
        .bind("number", number)
        .mapTo(Long.class)
        .findOne();
  }

  /// Of those who are told of a payment: where its enrolment was talked of, else who paid.
  public Future<List<Heard>> payment(String number) {
    return all(
        """
        select t.channel, %s from payments y
        left join enrolments e on e.number = y.enrolment
        join talks t on t.id = e.talk or (e.talk is null
          and t.id in (select talk from profiles where person = y.person))
        where y.number = :number
        """,
        number);
  }

  /// Of the agent who sent a list that a village pays for.
  public Future<List<Heard>> sponsorship(String number) {
    return all(
        """
        select t.channel, %s from sponsorships s
        join agents a on a.id = s.agent join talks t on t.id = a.talk where s.number = :number
        """,
        number);
  }

  private Future<List<Heard>> all(String query, String number) {
    return database.transact(
        handle ->
            handle
                .createQuery(query.formatted(LAST))
                .bind("number", number)
                .map((row, context) -> heard(row))
                .list());
  }

  private static Heard heard(ResultSet row) throws SQLException {
    Instant last = OfficerSessions.instant(row, "last");
    Instant gone = OfficerSessions.instant(row, "gone");
    boolean still = gone != null && (last == null || !last.isAfter(gone));
    return new Heard(row.getString("channel"), last, still);
  }
}
