package id.kentongan.integrations.postgres;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Enrolments and claims in lists: readable columns only, nothing is decrypted.
public final class Boards {
  /// why: a list that is counted for each page must not grow with the table.
  private static final int COUNTED = 10_000;

  private final Database database;

  public Boards(Database database) {
    this.database = database;
  }

  /// Which list.
  public enum Kind {
    ENROLMENTS,
    CLAIMS
  }

  /// Each part may be empty: a state, a part of a name, the beginning of a village's code.
  public record Filter(String state, String name, String village) {}

  /// How many stand in a state; at most ten thousand are counted.
  public record Count(String state, int many) {}

  /// A matter: `name` whose it is, `more` their village or the heir, as the kind has it.
  public record Row(
      String number, String name, String more, String state, Times times, boolean sample) {}

  public record Times(Instant made, Instant since) {}

  public Future<List<Count>> counts(Kind kind) {
    return database.transact(
        handle ->
            states(kind).stream()
                .map(state -> new Count(state, count(handle, kind, state)))
                .filter(count -> count.many() > 0)
                .toList());
  }

  private static List<String> states(Kind kind) {
    return switch (kind) {
      case ENROLMENTS -> java.util.Arrays.stream(EnrollmentState.values()).map(Enum::name).toList();
      case CLAIMS -> java.util.Arrays.stream(ClaimState.values()).map(Enum::name).toList();
    };
  }

  private static int count(Handle handle, Kind kind, String state) {
    return handle
        .createQuery(
            """
            select count(*) from (
              select 1 from <table> where state = :state limit :most) counted
            """)
        .define("table", kind == Kind.CLAIMS ? "claims" : "enrolments")
        .bind("state", state)
        .bind("most", COUNTED)
        .mapTo(Integer.class)
        .one();
  }

  /// Latest first, those before the number `before` unless it is empty.
  public Future<List<Row>> rows(Kind kind, Filter filter, String before, int most) {
    return database.transact(handle -> rows(handle, kind, filter, before, most));
  }

  static List<Row> rows(Handle handle, Kind kind, Filter filter, String before, int most) {
    String sql =
        switch (kind) {
          case ENROLMENTS ->
              """
              select m.number, p.name, p.village as more, m.state, m.made, m.state_since, m.sample
              from enrolments m join persons p on p.id = m.person
              where (:state = '' or m.state = :state)
                and (:name = '' or lower(p.name) like '%' || lower(:name) || '%')
                and (:village = '' or p.village like :village || '%')
                and (:before = '' or (m.made, m.number) <
                  (select made, number from enrolments where number = :before))
              order by m.made desc, m.number desc limit :most
              """;
          case CLAIMS ->
              """
              select m.number, m.deceased as name, m.heir as more, m.state, m.made, m.state_since,
                m.sample
              from claims m
              where (:state = '' or m.state = :state)
                and (:name = '' or lower(m.deceased || ' ' || m.heir) like
                  '%' || lower(:name) || '%')
                and (:before = '' or (m.made, m.number) <
                  (select made, number from claims where number = :before))
              order by m.made desc, m.number desc limit :most
              """;
        };
    return handle
        .createQuery(sql)
        .bind("state", filter.state())
        .bind("name", filter.name().replaceAll("[\\\\%_]", "\\\\$0"))
        .bind("village", filter.village().replaceAll("[^0-9.]", ""))
        .bind("before", before)
        .bind("most", most)
        .map(
            (row, context) ->
                new Row(
                    row.getString("number"),
                    row.getString("name"),
                    row.getString("more"),
                    row.getString("state"),
                    new Times(
                        row.getTimestamp("made").toInstant(),
                        row.getTimestamp("state_since").toInstant()),
                    row.getBoolean("sample")))
        .list();
  }
}
