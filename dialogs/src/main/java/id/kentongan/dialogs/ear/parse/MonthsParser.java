package id.kentongan.dialogs.ear.parse;

import id.kentongan.dialogs.ear.Parsed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A number of months: `3 bln`, `setahun`, `1,5 tahun`, `telung wulan`, a bare number when asked.
final class MonthsParser {
  private static final int MOST = 120;
  private static final Map<String, Integer> WHOLE =
      WordTable.of(
          Map.of(
              1, "sebulan sewulan sasasi sabulan sabulen",
              3, "triwulan kwartal kuartal",
              6, "semester",
              12, "setahun sataun setaun sakwarsa satahun"));
  private static final Set<String> MONTH =
      WordTable.words("bulan, bln, bl, wulan, sasi, bulanan, bulen, x, kali, ulan, bulang");
  private static final Set<String> YEAR = WordTable.words("tahun, thn, th, taun, taon");
  private static final Set<String> RANGE =
      WordTable.words("atau, sampai, sampe, sd, hingga, opo, utawa, atawa, utowo");
  private static final Set<String> HALF =
      WordTable.words("setengah, separo, separuh, stengah, setenga");

  private final List<Token> tokens;
  private final List<Double> told = new ArrayList<>();
  private final List<Double> bare = new ArrayList<>();
  private final List<Double> pending = new ArrayList<>();

  private MonthsParser(String text) {
    tokens = Token.lex(text);
    read();
  }

  static Parsed<Integer> parse(String text) {
    var parser = new MonthsParser(text);
    return result(parser.told.isEmpty() ? parser.bare : parser.told);
  }

  /// Only months told with their unit; beside money `sebulan` and `setahun` say how often it comes.
  static List<Integer> certain(String text) {
    var parser = new MonthsParser(text);
    boolean money = !MoneyParser.certain(text).isEmpty();
    boolean spans = parser.tokens.stream().anyMatch(t -> WHOLE.containsKey(t.text()));
    return (money && spans ? List.<Double>of() : parser.told)
        .stream()
            .filter(m -> m >= 1 && m <= MOST && m == Math.rint(m))
            .map(Double::intValue)
            .distinct()
            .toList();
  }

  private static Parsed<Integer> result(List<Double> months) {
    if (months.isEmpty()) {
      return new Parsed.Invalid<>("months.missing", "");
    }
    if (months.stream().anyMatch(m -> m <= 0 || m != Math.rint(m))) {
      return new Parsed.Invalid<>("months.zero", "");
    }
    if (months.stream().anyMatch(m -> m > MOST)) {
      return new Parsed.Invalid<>("months.too-many", "");
    }
    return Phrases.oneOrMore(months.stream().map(Double::intValue).distinct().toList());
  }

  private void read() {
    int i = 0;
    while (i < tokens.size()) {
      Integer whole = WHOLE.get(tokens.get(i).text());
      if (whole != null) {
        boolean half = i + 1 < tokens.size() && HALF.contains(tokens.get(i + 1).text());
        add(half ? whole * 1.5 : whole, i + 1);
        i++;
      } else if (HALF.contains(word(i)) && YEAR.contains(word(i + 1))) {
        told.add(6.0);
        i += 2;
      } else {
        i = number(i);
      }
    }
    bare.addAll(pending);
  }

  /// A number and its unit, if it has one; a year and the months after it are one span.
  private int number(int from) {
    double value;
    int end;
    if (tokens.get(from).number()) {
      value = Math.min(tokens.get(from).value(), 1_000_000);
      end = from + 1;
      boolean decimal =
          (sign(end, ",") || sign(end, "."))
              && end + 1 < tokens.size()
              && tokens.get(end + 1).number()
              && tokens.get(end + 1).glued();
      if (decimal) {
        value += Double.parseDouble("0." + tokens.get(end + 1).text());
        end += 2;
      }
    } else {
      var read = NumberWords.read(tokens, from);
      if (read.isEmpty()) {
        return from + 1;
      }
      value = read.get().value();
      end = read.get().end();
    }
    if (HALF.contains(word(end))) {
      value += 0.5;
      end++;
    } else if (HALF.contains(word(end - 1))) {
      value += 0.5;
    }
    return unit(value, from, end);
  }

  /// What stands after a number: its unit, or the other end of a range that has one (`3-6 bulan`).
  private int unit(double value, int from, int end) {
    boolean range = RANGE.contains(word(end)) || sign(end, "-") || sign(end, "/");
    if (range && end + 1 < tokens.size()) {
      pending.add(value);
      return end + 1;
    }
    boolean month = MONTH.contains(word(end));
    boolean year = YEAR.contains(word(end));
    pending.forEach(p -> (month || year ? told : bare).add(year ? p * 12 : p));
    pending.clear();
    if (month) {
      add(value, from);
    } else {
      (year ? told : bare).add(year ? value * 12 : value);
    }
    return month || year ? end + 1 : end;
  }

  /// Joins `1 th 6 bln`.
  private void add(double months, int from) {
    boolean afterYear =
        !told.isEmpty()
            && from > 0
            && (YEAR.contains(word(from - 1)) || word(from - 1).equals("setahun"));
    if (afterYear) {
      told.add(told.removeLast() + months);
    } else {
      told.add(months);
    }
  }

  private boolean sign(int at, String sign) {
    return at < tokens.size() && tokens.get(at).sign(sign);
  }

  private String word(int at) {
    return at >= 0 && at < tokens.size() ? tokens.get(at).text() : "";
  }
}
