package id.kentongan.dialogs.ear.parse;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;

/// How many months are meant by name: `januari sampai maret` is three, `nov des` two, `bulan ini
/// dan bulan depan` two.
final class NamedMonths {

  private NamedMonths() {}

  /// `now`: the month that `sampai desember` begins with.
  static int count(List<Token> tokens, YearMonth now, ValueWords heard) {
    List<Integer> at =
        IntStream.range(0, tokens.size())
            .filter(i -> heard.months.names().containsKey(tokens.get(i).text()))
            .boxed()
            .toList();
    if (at.size() == 2 && to(tokens.subList(at.get(0) + 1, at.get(1)), heard)) {
      return between(month(tokens, at.get(0), heard), month(tokens, at.get(1), heard));
    }
    if (at.size() == 1 && to(tokens.subList(0, at.getFirst()), heard)) {
      return between(now.getMonthValue(), month(tokens, at.getFirst(), heard));
    }
    long named = at.stream().map(i -> month(tokens, i, heard)).distinct().count();
    return named > 0 ? (int) named : thisOrNext(tokens, heard);
  }

  private static int between(int first, int last) {
    return Math.floorMod(last - first, 12) + 1;
  }

  private static boolean to(List<Token> between, ValueWords heard) {
    return between.stream().anyMatch(t -> heard.has(Heard.MONTH_TO, t.text()));
  }

  private static int month(List<Token> tokens, int at, ValueWords heard) {
    return heard.months.names().getOrDefault(tokens.get(at).text(), 0);
  }

  private static int thisOrNext(List<Token> tokens, ValueWords heard) {
    return (int)
        IntStream.range(0, tokens.size() - 1)
            .filter(i -> heard.has(Heard.MONTH_WORD, tokens.get(i).text()))
            .filter(i -> heard.has(Heard.MONTH_THIS_NEXT, tokens.get(i + 1).text()))
            .mapToObj(i -> tokens.get(i + 1).text())
            .distinct()
            .count();
  }
}
