package id.kentongan.dialogs.ear.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads numbers of months among tokens: `told` with their unit, `bare` without. Numbers of other
/// things (`3 orang`, `50 ribu`, `2 minggu`) are neither.
final class MonthsReader {

  /// A number in tokens up to `end`.
  private record Count(double value, int end) {}

  private final ValueWords heard;
  private final List<Token> tokens;
  private final List<Double> told = new ArrayList<>();
  private final List<Double> bare = new ArrayList<>();
  private final List<Double> pending = new ArrayList<>();
  private int yearEnd = -1;

  private MonthsReader(List<Token> tokens, ValueWords heard) {
    this.heard = heard;
    this.tokens = tokens;
  }

  static MonthsReader of(List<Token> tokens, ValueWords heard) {
    var reader = new MonthsReader(tokens, heard);
    int i = 0;
    while (i < tokens.size()) {
      i = reader.from(i);
    }
    reader.bare.addAll(reader.pending);
    return reader;
  }

  List<Double> told() {
    return List.copyOf(told);
  }

  List<Double> bare() {
    return List.copyOf(bare);
  }

  private int from(int i) {
    Integer whole = heard.wholeMonths.get(word(i));
    if (whole != null) {
      boolean half = heard.has(Heard.NUMBER_HALF, word(i + 1));
      tell(half ? whole * 1.5 : whole, i, whole == 12, half ? i + 2 : i + 1);
      return half ? i + 2 : i + 1;
    }
    if (heard.has(Heard.NUMBER_HALF, word(i)) && unit(word(i + 1))) {
      tell(heard.has(Heard.MONTHS_YEAR, word(i + 1)) ? 6 : 0.5, i, false, i + 2);
      return i + 2;
    }
    return number(i).map(n -> counted(n, i)).orElse(i + 1);
  }

  private Optional<Count> number(int from) {
    Optional<Count> plain = tokens.get(from).number() ? digits(from) : words(from);
    return plain.map(
        n ->
            heard.has(Heard.NUMBER_HALF, word(n.end()))
                ? new Count(n.value() + 0.5, n.end() + 1)
                : heard.has(Heard.NUMBER_HALF, word(n.end() - 1))
                    ? new Count(n.value() + 0.5, n.end())
                    : n);
  }

  private Optional<Count> words(int from) {
    return heard.numbers.read(tokens, from).map(r -> new Count(r.value(), r.end()));
  }

  /// Digits, with a part after a comma; three digits after a dot are thousands, so no months.
  private Optional<Count> digits(int from) {
    double whole = Math.min(tokens.get(from).value(), 1_000_000);
    boolean point = sign(from + 1, ",") || sign(from + 1, ".");
    boolean part = point && from + 2 < tokens.size() && tokens.get(from + 2).number();
    if (!part || !tokens.get(from + 2).glued()) {
      return Optional.of(new Count(whole, from + 1));
    }
    String digits = tokens.get(from + 2).text();
    return Optional.of(
        digits.length() >= 3
            ? new Count(Double.MAX_VALUE, from + 3)
            : new Count(whole + Double.parseDouble("0." + digits), from + 3));
  }

  /// What stands after a number: its unit, or the other end of a range that has one (`3-6 bulan`).
  private int counted(Count number, int from) {
    int end = number.end();
    boolean range = heard.has(Heard.MONTHS_RANGE, word(end)) || sign(end, "-") || sign(end, "/");
    if (range && end + 1 < tokens.size()) {
      pending.add(number.value());
      return end + 1;
    }
    boolean month = heard.has(Heard.MONTHS_UNIT, word(end));
    boolean year = heard.has(Heard.MONTHS_YEAR, word(end));
    pending.forEach(p -> (month || year ? told : bare).add(year ? p * 12 : p));
    pending.clear();
    if (heard.has(Heard.MONTHS_OTHER, word(end))) {
      return end + 1;
    }
    if (!month && !year) {
      bare.add(number.value());
      return end;
    }
    boolean half = year && heard.has(Heard.NUMBER_HALF, word(end + 1));
    int next = half ? end + 2 : end + 1;
    tell(number.value() * (year ? 12 : 1) + (half ? 6 : 0), from, year, next);
    return next;
  }

  /// Months right after a year belong to it: `1 th 6 bln`.
  private void tell(double months, int from, boolean year, int end) {
    if (from == yearEnd && !year) {
      told.add(told.removeLast() + months);
    } else {
      told.add(months);
    }
    yearEnd = year ? end : -1;
  }

  private boolean unit(String word) {
    return heard.has(Heard.MONTHS_UNIT, word) || heard.has(Heard.MONTHS_YEAR, word);
  }

  private boolean sign(int at, String sign) {
    return at < tokens.size() && tokens.get(at).sign(sign);
  }

  private String word(int at) {
    return at >= 0 && at < tokens.size() ? tokens.get(at).text() : "";
  }
}
