package id.kentongan.dialogs.ear.parse;

import id.kentongan.dialogs.ear.Parsed;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;

/// A number of months: `3 bln`, `setahun`, `1,5 tahun`, `telung wulan`, `januari sampai maret`, a
/// bare number when asked.
final class MonthsParser {
  private static final int MOST = 120;
  private static final int MOST_BARE = 999;

  private MonthsParser() {}

  static Parsed<Integer> parse(String text, YearMonth now, ValueWords heard) {
    List<Token> tokens = tokens(text, heard);
    MonthsReader read = MonthsReader.of(tokens, heard);
    if (!read.told().isEmpty()) {
      return result(read.told());
    }
    List<Double> bare = read.bare().stream().filter(m -> m <= MOST_BARE).toList();
    return result(bare.isEmpty() ? often(tokens, now, heard) : bare);
  }

  /// Only months told with their unit; beside money `sebulan` and `setahun` say how often it comes.
  static List<Integer> certain(String text, ValueWords heard) {
    List<Token> tokens = tokens(text, heard);
    boolean often = Phrases.anyWord(tokens, heard.wholeMonths.keySet());
    List<Token> counted =
        often && !MoneyParser.certain(text, heard).isEmpty() ? withoutSpan(tokens, heard) : tokens;
    List<Double> told = MonthsReader.of(counted, heard).told();
    if (told.isEmpty()) {
      return List.of();
    }
    return told.stream()
        .filter(m -> m >= 1 && m <= MOST && m == Math.rint(m))
        .map(Double::intValue)
        .distinct()
        .toList();
  }

  /// Without what says how often the money comes: of two spans (`3 juta sebulan, kalau setahun`)
  /// the one behind the money.
  private static List<Token> withoutSpan(List<Token> tokens, ValueWords heard) {
    List<Integer> spans =
        IntStream.range(0, tokens.size())
            .filter(i -> heard.wholeMonths.containsKey(tokens.get(i).text()))
            .boxed()
            .toList();
    int money =
        IntStream.range(0, tokens.size()).filter(i -> tokens.get(i).number()).findFirst().orElse(0);
    int first = spans.stream().filter(i -> i > money).findFirst().orElse(spans.getFirst());
    boolean several = spans.stream().map(i -> tokens.get(i).text()).distinct().count() > 1;
    return IntStream.range(0, tokens.size())
        .filter(i -> several ? i != first : !spans.contains(i))
        .mapToObj(tokens::get)
        .toList();
  }

  private static List<Token> tokens(String text, ValueWords heard) {
    List<Token> parted = Glued.beforeUnit(Token.lex(text), heard);
    return Decimals.written(parted, heard.of(Heard.MONTHS_YEAR), heard);
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
  private static List<Double> often(List<Token> tokens, YearMonth now, ValueWords heard) {
    for (int i = 0; i < tokens.size(); i++) {
      String word = tokens.get(i).text();
      Integer often = heard.often.get(word);
      if (often != null) {
        return List.of(often.doubleValue());
      }
      if (i > 0 && heard.has(Heard.MONTHS_EVERY, tokens.get(i - 1).text())) {
        if (heard.has(Heard.MONTHS_UNIT, word) || heard.has(Heard.MONTHS_YEAR, word)) {
          return List.of(heard.has(Heard.MONTHS_YEAR, word) ? 12.0 : 1.0);
        }
      }
    }
    int named = NamedMonths.count(tokens, now, heard);
    return named == 0 ? List.of() : List.of((double) named);
  }
}
