package id.kentongan.dialogs.ear.parse;

import id.kentongan.dialogs.ear.Parsed;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Finding known words and phrases among tokens.
final class Phrases {

  private Phrases() {}

  /// All words and numbers parted by one space, with a space at each end, so that ` kada ` finds
  /// the whole word only.
  static String spaced(List<Token> tokens) {
    return tokens.stream()
        .filter(t -> t.kind() != Token.Kind.SIGN)
        .map(Token::text)
        .collect(Collectors.joining(" ", " ", " "));
  }

  static boolean has(String spaced, String phrase) {
    return spaced.contains(" " + phrase + " ");
  }

  static boolean any(String spaced, Set<String> phrases) {
    return phrases.stream().anyMatch(p -> has(spaced, p));
  }

  /// Whether a word of the second set follows one of the first at once.
  static boolean pair(String spaced, Set<String> first, Set<String> second) {
    String[] words = spaced.strip().split(" ");
    for (int i = 0; i + 1 < words.length; i++) {
      if (first.contains(words[i]) && second.contains(words[i + 1])) {
        return true;
      }
    }
    return false;
  }

  static boolean anyWord(List<Token> tokens, Set<String> words) {
    return tokens.stream().anyMatch(t -> words.contains(t.text()));
  }

  static <V> Parsed<V> oneOrMore(List<V> readings) {
    return readings.size() == 1
        ? new Parsed.Value<>(readings.getFirst())
        : new Parsed.Ambiguous<>(readings);
  }
}
