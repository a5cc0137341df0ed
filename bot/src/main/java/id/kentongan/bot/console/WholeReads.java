package id.kentongan.bot.console;

import id.kentongan.integrations.postgres.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Which tables were read from one end to the other, for want of an index, as PostgreSQL counts it.
final class WholeReads {
  /// So many rows are read as quickly without one.
  private static final int SMALL = 1_000;

  private final EmbeddedPostgres postgres;

  WholeReads(EmbeddedPostgres postgres) {
    this.postgres = postgres;
  }

  /// Counts from now on.
  void forget() {
    try (var connection = connect();
        var statement = connection.createStatement()) {
      statement.execute("select pg_stat_reset()");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /// A line for each large table that was; all who asked must have disconnected, for only then is
  /// everything counted.
  List<String> lines() {
    var lines = new ArrayList<String>();
    try (var connection = connect();
        var statement =
            connection.prepareStatement(
                """
                select t.relname, seq_scan from pg_stat_user_tables t
                join pg_class c on c.oid = t.relid
                where seq_scan > 0 and c.reltuples > ? order by seq_tup_read desc
                """)) {
      statement.setInt(1, SMALL);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          lines.add(
              "read from end to end: %s, %,d times".formatted(rows.getString(1), rows.getLong(2)));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return lines.isEmpty() ? List.of("no large table was read from end to end") : lines;
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(
        postgres.jdbcUrl("postgres"), postgres.user(), postgres.password());
  }
}
