package id.kentongan.integrations.documents;

import id.kentongan.dialogs.roll.RollLine;
import id.kentongan.integrations.documents.RollFile.Refusal;
import id.kentongan.integrations.documents.RollFile.Rows;
import id.kentongan.integrations.documents.RollFile.Why;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/// The first sheet of a workbook, after [BookParts] has looked at what is in it.
final class RollBook {
  /// Rows of titles and headings that may stand above a list.
  static final int BEFORE = 10;

  /// why: a spreadsheet keeps 15 digits of a number, so that the 16th of a NIK is lost.
  private static final int EXACT_DIGITS = 15;

  private static final Semaphore ONE = new Semaphore(1);
  private static final int WIDEST = 64;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd-MM-yyyy");

  private RollBook() {}

  /// why: one at a time, because a small file may hold fifty megabytes, and several would end the
  /// program for want of memory.
  static List<RollLine> lines(byte[] file) {
    ONE.acquireUninterruptibly();
    try {
      return read(file);
    } finally {
      ONE.release();
    }
  }

  private static List<RollLine> read(byte[] file) {
    byte[] checked = BookParts.checked(file);
    var rows = new Rows();
    try (var book =
            new ReadableWorkbook(
                new ByteArrayInputStream(checked), new ReadingOptions(true, true));
        var sheet = book.getFirstSheet().openStream()) {
      for (Iterator<Row> each = sheet.iterator(); each.hasNext(); ) {
        Row row = each.next();
        rows.add(row.getRowNum(), cells(row));
      }
    } catch (Refusal refusal) {
      throw refusal;
    } catch (IOException | RuntimeException e) {
      // why: the reader throws what comes at bytes that are no workbook
      throw new Refusal(Why.DAMAGED, "");
    }
    return rows.all();
  }

  private static List<String> cells(Row row) {
    var cells = new ArrayList<String>();
    for (int i = 0; i < Math.min(WIDEST, row.getCellCount()); i++) {
      Cell cell = row.getOptionalCell(i).orElse(null);
      cells.add(cell == null ? "" : text(cell));
    }
    return cells;
  }

  private static String text(Cell cell) {
    if (cell.getType() == CellType.FORMULA || cell.getFormula() != null) {
      throw new Refusal(Why.FORMULA, cell.getAddress().toString());
    }
    return cell.getType() == CellType.NUMBER ? number(cell) : cell.getText().strip();
  }

  private static String number(Cell cell) {
    BigDecimal number = cell.asNumber();
    if (day(cell.getDataFormatString()) && number.signum() > 0 && number.precision() < 9) {
      return DAY.format(cell.asDate());
    }
    BigDecimal whole = number.stripTrailingZeros();
    return whole.precision() - whole.scale() > EXACT_DIGITS
        ? String.format(Locale.ROOT, "%.5E", number)
        : whole.toPlainString();
  }

  private static boolean day(@Nullable String format) {
    return format != null
        && format
            .replaceAll("\"[^\"]*\"|\\[[^]]*]", "")
            .toLowerCase(Locale.ROOT)
            .matches(".*[dy].*");
  }
}
