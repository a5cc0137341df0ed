package id.kentongan.integrations.postgres;

import id.kentongan.integrations.crypto.MasterKey;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Wraps the keys of persons and conversations by the master key that wraps now, beside running
/// gateways; may be broken off and begun again. Blocks.
public final class PostgresRewrap {
  private static final int AT_ONCE = 500;

  private final Database database;
  private final MasterKey master;

  public PostgresRewrap(Database database, MasterKey master) {
    this.database = database;
    this.master = master;
  }

  private static final class Row {
    final String owner;
    final byte[] wrapped;

    Row(String owner, byte[] wrapped) {
      this.owner = owner;
      this.wrapped = wrapped;
    }
  }

  /// How many were wrapped anew.
  public long all() {
    long done = 0;
    String after = "";
    while (true) {
      String from = after;
      List<String> owners = database.transact(handle -> owners(handle, from)).await();
      if (owners.isEmpty()) {
        return done;
      }
      done += database.transact(handle -> rewrap(handle, owners)).await();
      after = owners.getLast();
    }
  }

  /// The master key that the database says it was written with.
  public String fingerprint() {
    return database
        .transact(
            handle ->
                handle
                    .createQuery("select value from meta where name = 'key'")
                    .mapTo(String.class)
                    .one())
        .await();
  }

  /// From now on a start with an earlier key is refused.
  public void claim() {
    database
        .transact(
            handle ->
                handle.execute(
                    "update meta set value = ? where name = 'key'", master.fingerprint()))
        .await();
  }

  private static List<String> owners(Handle handle, String after) {
    return handle
        .createQuery(
            "select owner from person_keys where owner > :after order by owner limit :most")
        .bind("after", after)
        .bind("most", AT_ONCE)
        .mapTo(String.class)
        .list();
  }

  private int rewrap(Handle handle, List<String> owners) {
    List<Row> rows =
        handle
            .createQuery(
                "select owner, wrapped from person_keys where owner = any(:owners) for update")
            .bind("owners", owners.toArray(String[]::new))
            .map((row, context) -> new Row(row.getString("owner"), row.getBytes("wrapped")))
            .list();
    int done = 0;
    for (Row row : rows) {
      var anew = master.rewrap(row.wrapped);
      if (anew.isPresent()) {
        done +=
            handle.execute(
                "update person_keys set wrapped = ? where owner = ?", anew.get(), row.owner);
      }
    }
    return done;
  }
}
