package id.kentongan.integrations.postgres.officers;

import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.matters.AccidentState;
import id.kentongan.integrations.postgres.matters.ClaimState;
import id.kentongan.integrations.postgres.matters.EnrollmentState;
import io.vertx.core.Future;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Enrolments, claims and notices of accidents in lists: readable columns only, nothing is
/// decrypted.
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
    CLAIMS,
    ACCIDENTS
  }

  /// Each part may be empty: a state, a part of a name, the beginning of a village's code.
  public record Filter(String state, String name, String village) {}

  /// How many stand in a state; at most ten thousand are counted.
  public record Count(String state, int many) {}

  /// A matter: `name` whose it is, `more` their village, the heir or who told of the accident, as
  /// the kind has it.
  public record Row(
      String number, String name, String more, String state, Times times, boolean sample) {}

  /// `set`: when the family comes to the branch, or by when a notice of an accident has to be
  /// there.
  public record Times(Instant made, Instant since, @Nullable Instant set) {}

  public Future<List<Count>> counts(Kind kind) {
    return database.transact(
        handle ->
            states(kind).stream()
                .map(state -> new Count(state, count(handle, kind, state)))
                .filter(count -> count.many() > 0)
                .toList());
  }

  private static List<String> states(Kind kind) {
    Enum<?>[] states =
        switch (kind) {
          case ENROLMENTS -> EnrollmentState.values();
          case CLAIMS -> ClaimState.values();
          case ACCIDENTS -> AccidentState.values();
        };
    return Stream.of(states).map(Enum::name).toList();
  }

  /// A state as the kind's table has it.
  private static String stored(Kind kind, String state) {
    return kind == Kind.ACCIDENTS && !state.isEmpty()
        ? "accident." + state.toLowerCase(Locale.ROOT)
        : state;
  }

  /// why ordered: as the index by state is, so that it is taken for a rare state too. A plan for
  /// any state would read a table from end to end in which most are in one.
  private static int count(Handle handle, Kind kind, String state) {
    return handle
        .createQuery(
            """
            select count(*) from (
              select 1 from <table> where state = :state order by <indexed> limit :most) counted
            """)
        .define("table", kind.name().toLowerCase(Locale.ROOT))
        .define("indexed", kind == Kind.ACCIDENTS ? "deadline" : "state_since")
        .bind("state", stored(kind, state))
        .bind("most", COUNTED)
        .mapTo(Integer.class)
        .one();
  }

  /// Latest first, those after the number `before` unless it is empty; what a promise or a deadline
  /// runs for, the most urgent first.
  public Future<List<Row>> rows(Kind kind, Filter filter, String before, int most) {
    return database.transact(handle -> rows(handle, kind, filter, before, most));
  }

  static List<Row> rows(Handle handle, Kind kind, Filter filter, String before, int most) {
    String order = order(kind, filter.state());
    return handle
        .createQuery(sql(kind))
        .define("order", order)
        .define("after", order.equals("made") ? "<" : ">")
        .define("way", order.equals("made") ? "desc" : "asc")
        .bind("state", stored(kind, filter.state()))
        .bind("name", filter.name().replaceAll("[\\\\%_]", "\\\\$0"))
        .bind("village", filter.village().replaceAll("[^0-9.]", ""))
        .bind("before", before)
        .bind("most", most)
        .map((row, context) -> row(kind, row))
        .list();
  }

  private static String order(Kind kind, String state) {
    if (kind == Kind.CLAIMS && state.equals(ClaimState.COMPLETE.name())) {
      return "state_since";
    }
    return kind == Kind.ACCIDENTS && state.equals(AccidentState.REPORTED.name())
        ? "deadline"
        : "made";
  }

  private static String sql(Kind kind) {
    return switch (kind) {
      case ENROLMENTS ->
          """
          select m.number, p.name, p.village as more, m.state, m.made, m.state_since, m.sample,
            cast(null as timestamptz) as at
          from enrolments m join persons p on p.id = m.person
          where (:state = '' or m.state = :state)
            and (:name = '' or lower(p.name) like '%' || lower(:name) || '%')
            and (:village = '' or p.village like :village || '%')
            and (:before = '' or (m.<order>, m.number) <after>
              (select <order>, number from enrolments where number = :before))
          order by m.<order> <way>, m.number <way> limit :most
          """;
      case CLAIMS ->
          """
          select m.number, m.deceased as name, m.heir as more, m.state, m.made, m.state_since,
            m.sample, v.at
          from claims m left join visits v on v.claim = m.number
          where (:state = '' or m.state = :state)
            and (:name = '' or lower(m.deceased || ' ' || m.heir) like '%' || lower(:name) || '%')
            and (:before = '' or (m.<order>, m.number) <after>
              (select <order>, number from claims where number = :before))
          order by m.<order> <way>, m.number <way> limit :most
          """;
      case ACCIDENTS ->
          """
          select m.number, m.victim as name, m.notifier as more, m.state, m.made, m.state_since,
            false as sample, m.deadline as at
          from accidents m
          where (:state = '' or m.state = :state)
            and (:name = '' or lower(m.victim || ' ' || m.notifier) like
              '%' || lower(:name) || '%')
            and (:before = '' or (m.<order>, m.number) <after>
              (select <order>, number from accidents where number = :before))
          order by m.<order> <way>, m.number <way> limit :most
          """;
    };
  }

  private static Row row(Kind kind, ResultSet row) throws SQLException {
    String state = row.getString("state");
    Timestamp set = row.getTimestamp("at");
    return new Row(
        row.getString("number"),
        row.getString("name"),
        row.getString("more"),
        kind == Kind.ACCIDENTS ? AccidentState.of(state).name() : state,
        new Times(
            row.getTimestamp("made").toInstant(),
            row.getTimestamp("state_since").toInstant(),
            set == null ? null : set.toInstant()),
        row.getBoolean("sample"));
  }
}
