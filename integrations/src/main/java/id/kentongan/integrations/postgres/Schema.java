package id.kentongan.integrations.postgres;

import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/// The tables as the migrations make them.
final class Schema {
  private Schema() {}

  /// Brings the tables up to date; one node at a time, by an advisory lock.
  static void migrate(DataSource where) {
    flyway(where).load().migrate();
  }

  /// Makes the tables of an older program, by the numbers of its migrations.
  static void make(DataSource where, List<String> versions) {
    String newest =
        versions.stream()
            .map(MigrationVersion::fromVersion)
            .max(MigrationVersion::compareTo)
            .orElseThrow()
            .getVersion();
    flyway(where).target(newest).load().migrate();
  }

  /// The numbers of all migrations that this program has.
  static List<String> known(DataSource where) {
    return Arrays.stream(flyway(where).load().info().all())
        .filter(one -> one.getVersion() != null)
        .map(one -> one.getVersion().getVersion())
        .toList();
  }

  private static FluentConfiguration flyway(DataSource where) {
    return Flyway.configure()
        .dataSource(where)
        .loggers("slf4j")
        .validateMigrationNaming(true)
        // why: several people number migrations side by side
        .outOfOrder(true)
        // why: a node of the version before starts on the tables of the next one, whose migrations
        // it does not have; those that both have must be the same.
        .ignoreMigrationPatterns("*:future", "*:missing");
  }
}
