package id.kentongan.dialogs.ear.parse;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// How many months are meant by name: `januari sampai maret` is three, `nov des` two, `bulan ini
/// dan bulan depan` two.
final class NamedMonths {
  private static final Set<String> TO =
      WordTable.words("sampai, sampe, smpe, sampek, hingga, sd, ke, tekan, dugi, -, d");
  private static final Set<String> MONTH = WordTable.words("bulan, bln, wulan, sasi, bulen");
  private static final Set<String> THIS_OR_NEXT =
      WordTable.words("ini, iki, niki, depan, dpn, ngarep, ngajeng, reya, kena");

  private NamedMonths() {}

  static int count(List<Token> tokens) {
    List<Integer> at =
        IntStream.range(0, tokens.size())
            .filter(i -> Months.NAMES.containsKey(tokens.get(i).text()))
            .boxed()
            .toList();
    if (at.size() == 2 && to(tokens.subList(at.get(0) + 1, at.get(1)))) {
      return Math.floorMod(month(tokens, at.get(1)) - month(tokens, at.get(0)), 12) + 1;
    }
    long named = at.stream().map(i -> month(tokens, i)).distinct().count();
    return named > 0 ? (int) named : thisOrNext(tokens);
  }

  private static boolean to(List<Token> between) {
    return between.stream().anyMatch(t -> TO.contains(t.text()));
  }

  private static int month(List<Token> tokens, int at) {
    return Months.NAMES.getOrDefault(tokens.get(at).text(), 0);
  }

  private static int thisOrNext(List<Token> tokens) {
    return (int)
        IntStream.range(0, tokens.size() - 1)
            .filter(i -> MONTH.contains(tokens.get(i).text()))
            .filter(i -> THIS_OR_NEXT.contains(tokens.get(i + 1).text()))
            .mapToObj(i -> tokens.get(i + 1).text())
            .distinct()
            .count();
  }
}
