package id.kentongan.dialogs.ear.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Parts of a whole as people write them, brought into the one form that is read: `1/2 juta`,
/// `2 1/2 juta`, `2 setengah juta` and `satu koma lima juta` become `0,5`, `2,5`, `2,5` and `1,5`.
final class Decimals {
  private static final Map<String, String> FRACTIONS = Map.of("1/2", "5", "1/4", "25", "3/4", "75");

  private final ValueWords heard;
  private final List<Token> tokens;
  private final Set<String> units;
  private final List<Token> written = new ArrayList<>();

  private Decimals(List<Token> tokens, Set<String> units, ValueWords heard) {
    this.heard = heard;
    this.tokens = tokens;
    this.units = units;
  }

  /// Only before one of the units is a slash a fraction, else it may part two answers (`1/2`).
  static List<Token> written(List<Token> tokens, Set<String> units, ValueWords heard) {
    var decimals = new Decimals(tokens, units, heard);
    int i = 0;
    while (i < tokens.size()) {
      i = decimals.from(i);
    }
    return decimals.written;
  }

  private int from(int i) {
    Token token = tokens.get(i);
    if (token.number() && fraction(i) && unit(i + 3)) {
      return write("0", FRACTIONS.getOrDefault(slashed(i), "0"), i + 3);
    }
    if (token.number() && fraction(i + 1) && unit(i + 4)) {
      return write(token.text(), FRACTIONS.getOrDefault(slashed(i + 1), "0"), i + 4);
    }
    if (token.number() && heard.has(Heard.NUMBER_HALF, word(i + 1)) && unit(i + 2)) {
      return write(token.text(), "5", i + 2);
    }
    Optional<NumberWords.Read> whole =
        number(i).filter(w -> heard.has(Heard.NUMBER_POINT, word(w.end())));
    Optional<NumberWords.Read> part = whole.flatMap(w -> number(w.end() + 1));
    if (whole.isPresent() && part.isPresent() && part.get().value() < 1000) {
      return write(whole.get().value() + "", part.get().value() + "", part.get().end());
    }
    written.add(token);
    return i + 1;
  }

  private int write(String whole, String part, int next) {
    written.add(new Token(Token.Kind.NUMBER, whole, false, 0));
    written.add(new Token(Token.Kind.SIGN, ",", true, 0));
    written.add(new Token(Token.Kind.NUMBER, part, true, 0));
    return next;
  }

  /// A number in digits, or one in words of less than ten.
  private Optional<NumberWords.Read> number(int i) {
    if (i >= tokens.size() || tokens.get(i).kind() == Token.Kind.SIGN) {
      return Optional.empty();
    }
    return tokens.get(i).number()
        ? Optional.of(new NumberWords.Read(Math.min(tokens.get(i).value(), 1_000_000), i + 1))
        : heard
            .numbers
            .read(tokens.subList(i, Math.min(tokens.size(), i + 1)), 0)
            .map(r -> new NumberWords.Read(r.value(), i + 1));
  }

  private boolean fraction(int i) {
    return i + 2 < tokens.size() && FRACTIONS.containsKey(slashed(i));
  }

  private String slashed(int i) {
    return tokens.get(i).text() + word(i + 1).replace('⁄', '/') + word(i + 2);
  }

  private boolean unit(int at) {
    return units.contains(word(at));
  }

  private String word(int at) {
    return at < tokens.size() ? tokens.get(at).text() : "";
  }
}
