package id.kentongan.integrations.postgres.villages;

import id.kentongan.dialogs.content.Region;
import id.kentongan.integrations.TableFile;
import id.kentongan.integrations.postgres.Database;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.List;

/// The regions that this deployment knows.
public final class Regions {
  private final Database database;

  public Regions(Database database) {
    this.database = database;
  }

  /// Takes the sample regions where there are none yet, and with `figures` invented ones about
  /// them.
  public Future<Void> begin(TableFile sample, boolean figures, LocalDate today) {
    return database
        .transact(
            handle -> {
              // why: two nodes may start at once.
              handle.execute("lock table meta in exclusive mode");
              if (handle.select("select count(*) from regions").mapTo(Long.class).one() == 0) {
                RegionImport.take(handle, sample);
                handle.execute("delete from meta where name = 'regions'");
              }
              if (figures) {
                SampleFigures.load(handle, today);
              }
              return true;
            })
        .mapEmpty();
  }

  /// Another text after each import; empty while only the sample ones are known.
  public Future<String> imports() {
    return database.transact(
        handle ->
            handle
                .createQuery("select value from meta where name = 'regions'")
                .mapTo(String.class)
                .findOne()
                .orElse(""));
  }

  /// All of them when an operator imported them; none while only the sample ones are known.
  public Future<List<Region>> imported() {
    return database.transact(
        handle ->
            handle
                .createQuery(
                    """
                    select code, name from regions
                    where exists (select from meta where name = 'regions') order by code
                    """)
                .map((row, context) -> new Region(row.getString("code"), row.getString("name")))
                .list());
  }
}
