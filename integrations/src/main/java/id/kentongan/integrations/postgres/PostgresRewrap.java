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
    final String name;
    final byte[] wrapped;

    Row(String name, byte[] wrapped) {
      this.name = name;
      this.wrapped = wrapped;
    }
  }

  /// How many were wrapped anew.
  public long all() {
    return all("person_keys", "owner") + all("resting_talks", "talk::text");
  }

  private long all(String table, String name) {
    long done = 0;
    String after = "";
    while (true) {
      String from = after;
      List<String> some = database.transact(h -> names(h, table, name, from)).await();
      if (some.isEmpty()) {
        return done;
      }
      done += database.transact(h -> rewrap(h, table, name, some)).await();
      after = some.getLast();
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

  private static List<String> names(Handle handle, String table, String name, String after) {
    return handle
        .createQuery("select <name> from <table> where <name> > :after order by <name> limit :most")
        .define("table", table)
        .define("name", name)
        .bind("after", after)
        .bind("most", AT_ONCE)
        .mapTo(String.class)
        .list();
  }

  private int rewrap(Handle handle, String table, String name, List<String> some) {
    List<Row> rows =
        handle
            .createQuery(
                "select <name> as name, wrapped from <table> where <name> = any(:some) for update")
            .define("table", table)
            .define("name", name)
            .bind("some", some.toArray(String[]::new))
            .map((row, context) -> new Row(row.getString("name"), row.getBytes("wrapped")))
            .list();
    int done = 0;
    for (Row row : rows) {
      var anew = master.rewrap(row.wrapped);
      if (anew.isPresent()) {
        done +=
            handle
                .createUpdate("update <table> set wrapped = :anew where <name> = :row")
                .define("table", table)
                .define("name", name)
                .bind("anew", anew.get())
                .bind("row", row.name)
                .execute();
      }
    }
    return done;
  }
}
