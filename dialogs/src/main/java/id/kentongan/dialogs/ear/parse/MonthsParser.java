package id.kentongan.dialogs.ear.parse;

import id.kentongan.dialogs.ear.Parsed;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A number of months: `3 bln`, `setahun`, `1,5 tahun`, `telung wulan`, `januari sampai maret`, a
/// bare number when asked.
final class MonthsParser {
  private static final int MOST = 120;
  private static final int MOST_BARE = 999;
  private static final Set<String> EVERY =
      WordTable.words("tiap, per, setiap, saben, sak, satu, ben, tiapa");
  private static final Map<String, Integer> OFTEN =
      WordTable.of(Map.of(1, "bulanan perbulan perbln sasian", 12, "tahunan pertahun perthn"));

  private MonthsParser() {}

  static Parsed<Integer> parse(String text) {
    List<Token> tokens = tokens(text);
    MonthsReader read = MonthsReader.of(tokens);
    if (!read.told().isEmpty()) {
      return result(read.told());
    }
    List<Double> bare = read.bare().stream().filter(m -> m <= MOST_BARE).toList();
    return result(bare.isEmpty() ? often(tokens) : bare);
  }

  /// Only months told with their unit; beside money `sebulan` and `setahun` say how often it comes.
  static List<Integer> certain(String text) {
    List<Token> tokens = tokens(text);
    boolean spans = tokens.stream().anyMatch(t -> MonthsReader.WHOLE.containsKey(t.text()));
    return (spans && !MoneyParser.certain(text).isEmpty()
            ? List.<Double>of()
            : MonthsReader.of(tokens).told())
        .stream()
            .filter(m -> m >= 1 && m <= MOST && m == Math.rint(m))
            .map(Double::intValue)
            .distinct()
            .toList();
  }

  private static List<Token> tokens(String text) {
    List<Token> parted =
        Glued.beforeUnit(Token.lex(text), MonthsReader.UNITS, MonthsReader.WHOLE.keySet());
    return Decimals.written(parted, MonthsReader.YEAR);
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

  /// `tiap bulan`, `tahunan`; else the months that are named.
  private static List<Double> often(List<Token> tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      String word = tokens.get(i).text();
      Integer often = OFTEN.get(word);
      if (often != null) {
        return List.of(often.doubleValue());
      }
      if (i > 0 && EVERY.contains(tokens.get(i - 1).text())) {
        if (MonthsReader.MONTH.contains(word) || MonthsReader.YEAR.contains(word)) {
          return List.of(MonthsReader.YEAR.contains(word) ? 12.0 : 1.0);
        }
      }
    }
    int named = NamedMonths.count(tokens);
    return named == 0 ? List.of() : List.of((double) named);
  }
}
