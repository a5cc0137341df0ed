package id.kentongan.integrations.postgres.villages;

import id.kentongan.dialogs.content.CategoryWords;
import id.kentongan.integrations.TableFile;
import id.kentongan.integrations.crypto.BlindIndex;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.villages.Columns.Column;
import io.vertx.core.Future;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;

/// Takes files about regions and their workers into the records: each file in one transaction, its
/// good rows at once, the others told with line and reason; the same file again changes nothing.
/// The futures fail with [TableFile.Broken] when a file is no such table, and then nothing is
/// taken.
public final class VillageImport {
  private static final int PATIENCE = (int) Duration.ofMinutes(10).toMillis();

  private final Database database;
  private final BlindIndex index;
  private final CategoryWords categories;

  public VillageImport(Database database, MasterKey master, CategoryWords categories) {
    this.database = database;
    this.index = new BlindIndex(master);
    this.categories = categories;
  }

  public Future<Imported> regions(TableFile file) {
    return take(handle -> RegionImport.take(handle, file));
  }

  public Future<Imported> workers(TableFile file) {
    return figures(
        file,
        (handle, cells) -> new FigureImport(handle).workers(file, cells),
        Column.CODE,
        Column.CATEGORY,
        Column.FORMAL,
        Column.YEAR,
        Column.WORKERS);
  }

  public Future<Imported> targets(TableFile file) {
    return figures(
        file,
        (handle, cells) -> new FigureImport(handle).targets(file, cells),
        Column.CODE,
        Column.YEAR,
        Column.TARGET);
  }

  public Future<Imported> members(TableFile file) {
    return figures(
        file,
        (handle, cells) -> new MemberImport(handle, index).take(file, cells),
        Columns.of(file.headings()).has(Column.KPJ) ? Column.KPJ : Column.NIK,
        Column.CODE,
        Column.CATEGORY,
        Column.FORMAL,
        Column.SINCE);
  }

  /// The first figures that an operator brings take the place of the invented ones.
  private Future<Imported> figures(
      TableFile file, BiFunction<Handle, Cells, Imported> work, Column... needed) {
    return take(
        handle -> {
          Columns columns = Columns.of(file.headings(), needed);
          SampleFigures.leave(handle);
          return work.apply(handle, cells(handle, columns));
        });
  }

  private Future<Imported> take(Function<Handle, Imported> work) {
    return database.transact(
        handle -> {
          patient(handle);
          // why: two imports at once would wait for each other's rows in different orders
          handle.execute("select pg_advisory_xact_lock(hashtextextended('village import', 0))");
          return work.apply(handle);
        });
  }

  /// why: half a million rows take longer than any question of a conversation
  private static void patient(Handle handle) {
    try {
      handle.getConnection().setNetworkTimeout(Runnable::run, PATIENCE);
    } catch (SQLException e) {
      throw new ConnectionException(e);
    }
  }

  private Cells cells(Handle handle, Columns columns) {
    var areas =
        new HashSet<String>(handle.select("select code from regions").mapTo(String.class).list());
    return new Cells(columns, areas, categories);
  }
}
