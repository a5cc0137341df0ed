package id.kentongan.integrations.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// Writes workbooks (XLSX) with live formulas.
public final class Xlsx {
  public static final String TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  /// As many rows as a list of people may have.
  private static final int LONGEST = 2000;

  private Xlsx() {}

  public static byte[] bytes(List<Sheet> sheets) {
    var out = new ByteArrayOutputStream();
    try (var book = new Workbook(out, "Kentongan", "1.0")) {
      for (Sheet sheet : sheets) {
        write(book.newWorksheet(sheet.name()), sheet);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void write(Worksheet into, Sheet sheet) {
    for (int column = 0; column < sheet.widths().size(); column++) {
      into.width(column, sheet.widths().get(column));
    }
    // why: a spreadsheet keeps 15 digits of a number, and no zero before it
    sheet
        .texts()
        .forEach(column -> into.range(1, column, LONGEST, column).style().format("@").set());
    for (int row = 0; row < sheet.rows().size(); row++) {
      List<Cell> cells = sheet.rows().get(row);
      for (int column = 0; column < cells.size(); column++) {
        write(into, row, column, cells.get(column));
      }
    }
  }

  private static void write(Worksheet into, int row, int column, Cell cell) {
    switch (cell) {
      case Cell.Words(String text, boolean bold) -> {
        if (!text.isEmpty()) {
          into.value(row, column, text);
        }
        if (bold) {
          into.style(row, column).bold().wrapText(true).set();
        }
      }
      case Cell.Amount(double value, Cell.Format format) -> {
        into.value(row, column, value);
        into.style(row, column).format(format.pattern()).set();
      }
      case Cell.Day(LocalDate day) -> {
        into.value(row, column, day);
        into.style(row, column).format("dd/mm/yyyy").set();
      }
      case Cell.Moment(LocalDateTime at) -> {
        into.value(row, column, at);
        into.style(row, column).format("dd/mm/yyyy hh:mm").set();
      }
      case Cell.Formula(String expression, Cell.Format format) -> {
        into.formula(row, column, expression);
        into.style(row, column).format(format.pattern()).set();
      }
    }
  }
}
