package id.kentongan.integrations.documents;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// Writes a sheet as CSV (UTF-8 with its mark, so that spreadsheets read it as such). A text that a
/// spreadsheet would take for a formula begins with an apostrophe.
///
/// Source: https://owasp.org/www-community/attacks/CSV_Injection
public final class CsvSheet {
  public static final String TYPE = "text/csv; charset=utf-8";
  private static final char MARK = '\uFEFF';
  private static final String FORMULAS = "=+-@\t\r";

  private CsvSheet() {}

  public static byte[] bytes(Sheet sheet) {
    var text = new StringWriter();
    text.write(MARK);
    try (CsvWriter writer = CsvWriter.builder().build(text)) {
      for (List<Cell> row : sheet.rows()) {
        writer.writeRecord(row.stream().map(CsvSheet::plain).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String plain(Cell cell) {
    return switch (cell) {
      case Cell.Words(String text, boolean _) -> safe(text);
      case Cell.Amount(double value, Cell.Format _) -> plain(value);
      case Cell.Day(LocalDate day) -> day.toString();
      case Cell.Moment(LocalDateTime at) -> at.truncatedTo(ChronoUnit.MINUTES).toString();
      case Cell.Formula(String _, Cell.Format _) -> "";
    };
  }

  /// why: a double writes itself as 4.2E7.
  private static String plain(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  static String safe(String text) {
    return !text.isEmpty() && FORMULAS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
