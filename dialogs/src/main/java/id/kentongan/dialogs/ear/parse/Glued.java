package id.kentongan.dialogs.ear.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Words typed without the space between them, parted where a known word begins or ends:
/// `50rbsehari`, `2jtperbulan`, `tigabulan`.
final class Glued {
  private static final int LONGEST = 24;

  private Glued() {}

  /// Parts `rbsehari` into `rb` and `sehari` when it begins with a unit.
  static List<Token> afterUnit(List<Token> tokens, Set<String> units) {
    var parted = new ArrayList<Token>();
    for (Token token : tokens) {
      int at = token.word() && !units.contains(token.text()) ? headEnd(token.text(), units) : 0;
      part(token, at, parted);
    }
    return parted;
  }

  /// Parts `tigabulan` into `tiga` and `bulan` when a number stands before a unit; whole
  /// words (`sebulan`) stay.
  static List<Token> beforeUnit(List<Token> tokens, ValueWords heard) {
    var parted = new ArrayList<Token>();
    for (Token token : tokens) {
      boolean parts = token.word() && !heard.wholeMonths.containsKey(token.text());
      part(token, parts ? tailStart(token.text(), heard) : 0, parted);
    }
    return parted;
  }

  private static void part(Token token, int at, List<Token> parted) {
    if (at == 0) {
      parted.add(token);
      return;
    }
    String text = token.text();
    parted.add(new Token(Token.Kind.WORD, text.substring(0, at), token.glued(), token.start()));
    parted.add(new Token(Token.Kind.WORD, text.substring(at), true, token.start() + at));
  }

  private static int headEnd(String word, Set<String> units) {
    for (int end = Math.min(word.length() - 2, 7); end >= 2; end--) {
      if (units.contains(word.substring(0, end))) {
        return end;
      }
    }
    return 0;
  }

  private static int tailStart(String word, ValueWords heard) {
    // why: `sekali` is no `se kali`
    if (word.length() > LONGEST || heard.has(Heard.PER_ONCE, word)) {
      return 0;
    }
    for (int at = 2; at < word.length() - 1; at++) {
      if (heard.monthUnits.contains(word.substring(at)) && number(word.substring(0, at), heard)) {
        return at;
      }
    }
    return 0;
  }

  private static boolean number(String word, ValueWords heard) {
    var told = List.of(new Token(Token.Kind.WORD, word, false, 0));
    return heard.numbers.read(told, 0).isPresent();
  }
}
