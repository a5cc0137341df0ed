package id.kentongan.dialogs.ear.parse;

import id.kentongan.dialogs.ear.Parsed;
import java.util.List;
import java.util.Set;

/// Finding known words and phrases in a text or among its tokens.
public final class Phrases {

  private Phrases() {}

  /// All words and numbers parted by one space, with a space at each end, so that ` kada ` finds
  /// the whole word only.
  static String spaced(List<Token> tokens) {
    var spaced = new StringBuilder(" ");
    for (Token token : tokens) {
      if (token.kind() != Token.Kind.SIGN) {
        spaced.append(token.text()).append(' ');
      }
    }
    return spaced.length() == 1 ? "  " : spaced.toString();
  }

  /// Whether a phrase stands in a text of words between blanks, as whole words.
  public static boolean has(String spaced, String phrase) {
    int last = spaced.length() - phrase.length() - 1;
    for (int at = spaced.indexOf(phrase, 1);
        at > 0 && at <= last;
        at = spaced.indexOf(phrase, at + 1)) {
      if (spaced.charAt(at - 1) == ' ' && spaced.charAt(at + phrase.length()) == ' ') {
        return true;
      }
    }
    return false;
  }

  /// Whether one of the phrases stands in a text, be it within a word.
  public static boolean within(String text, Set<String> phrases) {
    for (String phrase : phrases) {
      if (text.contains(phrase)) {
        return true;
      }
    }
    return false;
  }

  /// Whether one of the phrases stands there, as whole words.
  public static boolean any(String spaced, Set<String> phrases) {
    for (String phrase : phrases) {
      if (has(spaced, phrase)) {
        return true;
      }
    }
    return false;
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
    for (Token token : tokens) {
      if (words.contains(token.text())) {
        return true;
      }
    }
    return false;
  }

  static <V> Parsed<V> oneOrMore(List<V> readings) {
    return readings.size() == 1
        ? new Parsed.Value<>(readings.getFirst())
        : new Parsed.Ambiguous<>(readings);
  }
}
