package id.kentongan.bot.chaos;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/// Kills the gateways while the first of them makes the tables, at a migration that the seed
/// chooses. Blocks.
final class Birth {
  private static final int MIGRATIONS = 30;
  private static final long PATIENCE_NANOS = 120_000_000_000L;
  private static final long LOOK_NANOS = 2_000_000;

  private Birth() {}

  static void cutShort(World world, long seed, Timeline timeline) {
    int most = 1 + new Random(seed).nextInt(MIGRATIONS);
    long until = System.nanoTime() + PATIENCE_NANOS;
    try (var connection = DriverManager.getConnection(world.stores().databaseUrl());
        var statement = connection.createStatement()) {
      while (System.nanoTime() < until) {
        if (made(statement) >= most) {
          world.nodes().forEach(Node::kill);
          timeline.ended(timeline.begun("gateway killed in a migration"));
          return;
        }
        LockSupport.parkNanos(LOOK_NANOS);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int made(Statement statement) throws SQLException {
    try (var there =
        statement.executeQuery(
            "select count(*) from pg_tables where tablename = 'flyway_schema_history'")) {
      there.next();
      if (there.getInt(1) == 0) {
        return 0;
      }
    }
    try (var rows = statement.executeQuery("select count(*) from flyway_schema_history")) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
