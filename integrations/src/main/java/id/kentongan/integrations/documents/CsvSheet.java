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

/// Writes a sheet as CSV (UTF-8 with its mark, so that spreadsheets read it as such). What a
/// spreadsheet would take for a formula has an apostrophe before it.
///
/// Source: https://owasp.org/www-community/attacks/CSV_Injection
public final class CsvSheet {
  public static final String TYPE = "text/csv; charset=utf-8";
  private static final char MARK = '\uFEFF';
  private static final String FORMULAS = "=+-@＝＋－＠";
  private static final String DROPPED = "\t\r\n";

  /// why: a spreadsheet that parts cells at semicolons, as Indonesian ones do, knows nothing of
  /// quotes that begin after a comma.
  private static final String PARTS = ";\t\r\n";

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
    var safe = new StringBuilder(text.length() + 1);
    boolean begins = true;
    for (int at = 0; at < text.length(); at++) {
      char sign = text.charAt(at);
      if ((begins && has(FORMULAS, sign)) || (safe.isEmpty() && has(DROPPED, sign))) {
        safe.append('\'');
      }
      safe.append(sign);
      begins = has(PARTS, sign) || (begins && sign == '"');
    }
    return safe.toString();
  }

  private static boolean has(String signs, char sign) {
    return signs.indexOf(sign) >= 0;
  }
}
