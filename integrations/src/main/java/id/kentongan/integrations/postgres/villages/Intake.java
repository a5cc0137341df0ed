package id.kentongan.integrations.postgres.villages;

import id.kentongan.integrations.TableFile;
import id.kentongan.integrations.TableFile.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Takes a file's rows into the table `incoming` of the transaction, row by row, and notes those
/// that cannot be taken.
final class Intake {
  private final Handle handle;
  private final List<Imported.Fault> faults = new ArrayList<>();
  private long good;
  private long refused;

  Intake(Handle handle) {
    this.handle = handle;
  }

  /// One row's values for COPY. Throws [Wrong] when it cannot be taken.
  @FunctionalInterface
  interface Reader {
    @Nullable Object[] values(Row row);
  }

  /// A row that is refused, with the reason.
  static final class Wrong extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String why;

    Wrong(String why) {
      super(why, null, false, false);
      this.why = why;
    }
  }

  /// `columns` as in `create table`; the first one must be `line bigint`, filled here.
  void take(TableFile file, List<Row> before, String columns, Reader reader) {
    handle.execute("create temporary table incoming (line bigint, " + columns + ") on commit drop");
    Copy copy = Copy.into(handle, "incoming");
    try {
      BiConsumer<Copy, Row> taker = (into, row) -> take(into, row, reader);
      before.forEach(row -> taker.accept(copy, row));
      file.each(row -> taker.accept(copy, row));
      copy.end();
    } finally {
      copy.cancel();
    }
    handle.execute("analyze incoming");
  }

  private void take(Copy copy, Row row, Reader reader) {
    try {
      @Nullable Object[] values = reader.values(row);
      var whole = new @Nullable Object[values.length + 1];
      whole[0] = row.line();
      System.arraycopy(values, 0, whole, 1, values.length);
      copy.row(whole);
      good++;
    } catch (Wrong wrong) {
      refuse(row.line(), wrong.why);
    }
  }

  /// Refuses what has no cell of a formula's beginning; see OWASP, CSV injection.
  static String plain(String cell) {
    if (cell.startsWith("=") || cell.startsWith("@")) {
      throw new Wrong("a formula: paste its value instead");
    }
    if (cell.matches("[0-9][,.][0-9]+E\\+?[0-9]+")) {
      throw new Wrong("the spreadsheet has shortened a number: make the column text");
    }
    return cell;
  }

  void refuse(long line, String why) {
    refused++;
    if (faults.size() < Imported.TOLD) {
      faults.add(new Imported.Fault(line, why));
    }
  }

  /// Takes rows out of `incoming` that a query finds, by its columns `line` and `why`.
  void refuse(String query) {
    handle
        .createQuery(query)
        .map((row, context) -> new Imported.Fault(row.getLong("line"), row.getString("why")))
        .list()
        .forEach(
            fault -> {
              refuse(fault.line(), fault.why());
              good--;
            });
    handle.execute("delete from incoming where line in (select line from (" + query + ") as w)");
  }

  Imported done(long changed) {
    return new Imported(good, changed, faults.stream().sorted().toList(), refused);
  }
}
