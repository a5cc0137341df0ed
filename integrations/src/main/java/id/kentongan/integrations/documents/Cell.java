package id.kentongan.integrations.documents;

import java.time.LocalDate;
import java.time.LocalDateTime;

/// A cell of a [Sheet].
public sealed interface Cell {
  Cell EMPTY = new Words("", false);

  /// How a number is shown.
  enum Format {
    WHOLE("#,##0"),
    SHARE("0.0%"),
    RATE("0.00%"),
    RUPIAH("\"Rp\" #,##0");

    private final String pattern;

    Format(String pattern) {
      this.pattern = pattern;
    }

    String pattern() {
      return pattern;
    }
  }

  /// Text, never taken for a formula.
  record Words(String text, boolean bold) implements Cell {}

  record Amount(double value, Format format) implements Cell {}

  record Day(LocalDate day) implements Cell {}

  /// In the office's own time.
  record Moment(LocalDateTime at) implements Cell {}

  /// Worked out by the spreadsheet when it is opened, e.g. `SUM(B2:B9)`.
  record Formula(String expression, Format format) implements Cell {}

  static Cell words(String text) {
    return new Words(text, false);
  }

  static Cell bold(String text) {
    return new Words(text, true);
  }

  static Cell whole(long value) {
    return new Amount(value, Format.WHOLE);
  }

  static Cell rupiah(long value) {
    return new Amount(value, Format.RUPIAH);
  }
}
