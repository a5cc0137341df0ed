package id.kentongan.integrations.postgres;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.kentongan.integrations.BackupParts;
import id.kentongan.integrations.postgres.TableOrder.Table;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.postgresql.PGConnection;

/// Copies all tables as they are at one instant, beside running gateways, as text by COPY. What is
/// sealed stays sealed, and the key that opens it is not in here.
public final class PostgresBackup {
  static final String CONTENTS = "postgres/contents.json";
  static final ObjectMapper JSON = new ObjectMapper();

  private final DatabaseUrl url;

  public PostgresBackup(DatabaseUrl url) {
    this.url = url;
  }

  /// What the copy holds: the fingerprint of the master key, the applied migrations, the tables in
  /// the order in which they can be filled, and where the sequences stood.
  public record Contents(
      String key, List<String> migrations, List<Copied> tables, Map<String, Long> sequences) {
    public long rows() {
      return tables.stream().mapToLong(Copied::rows).sum();
    }
  }

  /// A table as it was copied.
  public record Copied(String name, List<String> columns, long rows) {
    String part() {
      return "postgres/" + name;
    }

    String list() {
      return columns.stream().map(PostgresBackup::quoted).collect(Collectors.joining(", "));
    }
  }

  /// Adds a part for each table, then one that tells of them. Blocks.
  public Contents write(BackupParts.Out out) throws IOException {
    try {
      return Jdbi.create(url.source())
          .inTransaction(TransactionIsolationLevel.REPEATABLE_READ, handle -> copy(handle, out));
    } catch (ConnectionException e) {
      throw DatabaseTrouble.refused(e, url);
    }
  }

  private static Contents copy(Handle handle, BackupParts.Out out) throws IOException {
    handle.setReadOnly(true);
    var copied = new ArrayList<Copied>();
    for (Table table : TableOrder.of(handle).tables()) {
      var one = new Copied(table.name(), table.columns(), 0);
      long[] rows = {0};
      out.add(one.part(), to -> rows[0] = rows(handle, one, to));
      copied.add(new Copied(one.name(), one.columns(), rows[0]));
    }
    var contents = new Contents(key(handle), migrations(handle), copied, sequences(handle));
    out.add(CONTENTS, to -> to.write(JSON.writeValueAsBytes(contents)));
    return contents;
  }

  private static long rows(Handle handle, Copied table, java.io.OutputStream to)
      throws IOException {
    String select =
        "copy (select " + table.list() + " from " + quoted(table.name()) + ") to stdout";
    try {
      return handle.getConnection().unwrap(PGConnection.class).getCopyAPI().copyOut(select, to);
    } catch (SQLException e) {
      throw new ConnectionException(e);
    }
  }

  private static String key(Handle handle) {
    return handle
        .createQuery("select value from meta where name = 'key'")
        .mapTo(String.class)
        .one();
  }

  private static List<String> migrations(Handle handle) {
    return handle
        .createQuery(
            "select version from flyway_schema_history where success and version is not null"
                + " order by installed_rank")
        .mapTo(String.class)
        .list();
  }

  private static Map<String, Long> sequences(Handle handle) {
    return handle
        .createQuery(
            "select sequencename as name, last_value from pg_sequences"
                + " where schemaname = current_schema() and last_value is not null")
        .map((row, context) -> Map.entry(row.getString(1), row.getLong(2)))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
