package id.kentongan.integrations.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.integrations.stores.Stores;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.api.MigrationVersion;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/// While nodes are updated one by one, the version before runs on the new tables: every statement
/// that worked before a migration must work after it. So a migration only adds: what was there
/// keeps its name and type, and whoever does not know of a new column can leave it out.
final class UpgradeTest {
  /// The audit's are filled by the trigger `audit_chain` where a statement leaves them out. The
  /// sessions' came before anybody could sign in.
  private static final Set<String> LEFT_OUT =
      Set.of(
          "audit.place",
          "audit.hash",
          "officer_sessions.made",
          "officer_sessions.factor",
          "officer_sessions.seen");

  /// A column as a statement of the version before sees it.
  private record Column(String type, boolean mayBeLeftOut) {}

  @Test
  void theVersionBeforeRunsOnTheTablesOfEachMigration() {
    DataSource where = DatabaseUrl.parse(Stores.newDatabase(), null, null).source();
    List<String> versions =
        Schema.known(where).stream()
            .sorted(Comparator.comparing(MigrationVersion::fromVersion))
            .toList();
    assertThat(versions).hasSizeGreaterThan(25);
    var faults = new ArrayList<String>();
    Map<String, Column> before = Map.of();
    for (String version : versions) {
      Schema.make(where, List.of(version));
      Map<String, Column> after = columns(where);
      compare(version, before, after, faults);
      before = after;
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void theVersionBeforeStartsOnTablesOfTheNextOne() {
    DataSource where = DatabaseUrl.parse(Stores.newDatabase(), null, null).source();
    Schema.migrate(where);
    for (String unknown : List.of("3.5", "9000")) {
      Jdbi.create(where)
          .useHandle(
              handle ->
                  handle.execute(
                      """
                      insert into flyway_schema_history (installed_rank, version, description, type,
                        script, checksum, installed_by, execution_time, success)
                      select max(installed_rank) + 1, ?, 'of the next version', 'SQL', 'x.sql', 1,
                        'kentongan', 1, true from flyway_schema_history
                      """,
                      unknown));
    }
    Schema.migrate(where);
    assertThat(applied(where)).contains("3.5", "9000");
  }

  private static List<String> applied(DataSource where) {
    return Jdbi.create(where)
        .withHandle(
            handle ->
                handle
                    .createQuery("select version from flyway_schema_history where success")
                    .mapTo(String.class)
                    .list());
  }

  private static void compare(
      String version, Map<String, Column> before, Map<String, Column> after, List<String> faults) {
    before.forEach(
        (name, old) -> {
          Column now = after.get(name);
          if (now == null) {
            faults.add("V" + version + " takes " + name + " away");
          } else if (!now.type().equals(old.type())) {
            faults.add("V" + version + " makes " + name + " " + now.type());
          } else if (old.mayBeLeftOut() && !now.mayBeLeftOut()) {
            faults.add("V" + version + " demands " + name);
          }
        });
    after.forEach(
        (name, now) -> {
          String table = name.substring(0, name.indexOf('.'));
          boolean known = before.keySet().stream().anyMatch(old -> old.startsWith(table + "."));
          if (known && !before.containsKey(name) && !now.mayBeLeftOut()) {
            faults.add("V" + version + " adds " + name + " without a default");
          }
        });
    faults.removeIf(fault -> LEFT_OUT.stream().anyMatch(fault::contains));
  }

  private static Map<String, Column> columns(DataSource where) {
    var columns = new HashMap<String, Column>();
    Jdbi.create(where)
        .useHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        select table_name || '.' || column_name as name, data_type,
                          is_nullable = 'YES' or column_default is not null
                            or is_identity = 'YES' or is_generated = 'ALWAYS' as optional
                        from information_schema.columns
                        where table_schema = current_schema()
                          and table_name <> 'flyway_schema_history'
                        """)
                    .map(
                        (row, context) ->
                            Map.entry(
                                row.getString("name"),
                                new Column(row.getString("data_type"), row.getBoolean("optional"))))
                    .forEach(one -> columns.put(one.getKey(), one.getValue())));
    return columns;
  }
}
