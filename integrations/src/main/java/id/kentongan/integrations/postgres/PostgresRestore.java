package id.kentongan.integrations.postgres;

import id.kentongan.integrations.BackupParts;
import id.kentongan.integrations.postgres.PostgresBackup.Contents;
import id.kentongan.integrations.postgres.PostgresBackup.Copied;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.PGConnection;

/// Puts a copy back into an empty database: makes the tables as they were, and fills them in one
/// transaction. The next start of a gateway brings them up to date.
public final class PostgresRestore {
  /// why: the clocks of the two stores may differ, and a notice that comes twice takes effect once.
  private static final Duration MARGIN = Duration.ofMinutes(5);

  private final DatabaseUrl url;
  private final DataSource where;
  private final Jdbi jdbi;

  public PostgresRestore(DatabaseUrl url) {
    this.url = url;
    this.where = url.source();
    this.jdbi = Jdbi.create(where);
  }

  /// What a backup tells of itself.
  public static Contents contents(BackupParts.In in) throws IOException {
    try (InputStream part = in.open(PostgresBackup.CONTENTS)) {
      return PostgresBackup.JSON.readValue(part.readAllBytes(), Contents.class);
    }
  }

  /// Whether the database has no tables at all.
  public boolean empty() {
    try {
      return jdbi.withHandle(
          handle ->
              handle
                  .createQuery(
                      "select not exists (select from pg_class where relkind in ('r', 'p')"
                          + " and relnamespace = current_schema()::regnamespace)")
                  .mapTo(Boolean.class)
                  .one());
    } catch (ConnectionException e) {
      throw DatabaseTrouble.refused(e, url);
    }
  }

  /// The migrations that the backup had and this program does not know: it is of a newer one.
  public List<String> unknown(Contents contents) {
    var unknown = new ArrayList<>(contents.migrations());
    unknown.removeAll(Schema.known(where));
    return unknown;
  }

  /// Fills the tables; `before` runs last in their transaction, so that either all is put back or
  /// no row of it. Notices that gateways took after `redis`, when Redis was copied, are brought to
  /// them again. Blocks.
  public <T> T read(BackupParts.In in, Instant redis, Last<T> last) throws IOException {
    Contents contents = contents(in);
    Schema.make(where, contents.migrations());
    try (Handle handle = jdbi.open()) {
      handle.begin();
      for (Copied table : contents.tables()) {
        fill(handle, table, in);
      }
      contents
          .sequences()
          .forEach(
              (name, at) ->
                  handle.select("select setval(?::regclass, ?)", name, at).mapToMap().one());
      handle.execute("update notices set done = null where done >= ?", redis.minus(MARGIN));
      T result = last.run();
      handle.commit();
      return result;
    }
  }

  /// What follows the tables.
  @FunctionalInterface
  public interface Last<T> {
    T run() throws IOException;
  }

  private static void fill(Handle handle, Copied table, BackupParts.In in) throws IOException {
    String name = PostgresBackup.quoted(table.name());
    // why: what triggers made of these rows is in the copy, and the audit's chain must stay as it
    // was
    handle.execute("alter table " + name + " disable trigger user");
    handle.execute("delete from " + name);
    String into = "copy " + name + " (" + table.list() + ") from stdin";
    try (InputStream part = in.open(table.part())) {
      long rows = handle.getConnection().unwrap(PGConnection.class).getCopyAPI().copyIn(into, part);
      if (rows != table.rows()) {
        throw new IOException("the part " + table.part() + " is not whole");
      }
    } catch (SQLException e) {
      throw new ConnectionException(e);
    }
    handle.execute("alter table " + name + " enable trigger user");
  }
}
