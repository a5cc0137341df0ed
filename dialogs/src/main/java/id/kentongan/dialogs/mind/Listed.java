package id.kentongan.dialogs.mind;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;

/// Finds phrases that content lists under a key in what somebody wrote, as whole words.
final class Listed {
  /// The kinds of signs that words are made of: letters and numbers.
  private static final BitSet WORD = new BitSet();

  static {
    WORD.set(Character.UPPERCASE_LETTER, Character.OTHER_LETTER + 1);
    WORD.set(Character.DECIMAL_DIGIT_NUMBER, Character.OTHER_NUMBER + 1);
  }

  private Listed() {}

  /// Whether one of the phrases stands in the text.
  static boolean any(Scene scene, String key, String text) {
    return first(scene, key, text).isPresent();
  }

  /// The first of the phrases that stands in the text.
  static Optional<String> first(Scene scene, String key, String text) {
    String told = spaced(text);
    for (String phrase : scene.heard(key)) {
      if (stands(told, phrase)) {
        return Optional.of(phrase);
      }
    }
    return Optional.empty();
  }

  /// Whether one of the phrases stands in the lower-case text, be it within a word.
  static boolean within(Scene scene, String key, String lower) {
    for (String phrase : scene.heard(key)) {
      if (lower.contains(phrase)) {
        return true;
      }
    }
    return false;
  }

  /// The words of a text in lower case.
  static List<String> tokens(String text) {
    return parted(text.toLowerCase(Locale.ROOT), Listed::ofWord);
  }

  /// What stands in a text between signs that are no part of a word.
  static List<String> parted(String text, IntPredicate ofWord) {
    var words = new ArrayList<String>();
    int from = -1;
    for (int at = 0, next; at < text.length(); at = next) {
      int sign = text.codePointAt(at);
      next = at + Character.charCount(sign);
      if (!ofWord.test(sign)) {
        if (from >= 0) {
          words.add(text.substring(from, at));
        }
        from = -1;
      } else if (from < 0) {
        from = at;
      }
    }
    if (from >= 0) {
      words.add(text.substring(from));
    }
    return words;
  }

  /// Letters and numbers.
  static boolean ofWord(int sign) {
    return WORD.get(Character.getType(sign));
  }

  /// The words in lower case, each between blanks.
  ///
  /// why not a pattern: every message is looked through for many such lists.
  private static String spaced(String text) {
    var told = new StringBuilder(text.length() + 2).append(' ');
    String lower = text.toLowerCase(Locale.ROOT);
    for (int at = 0; at < lower.length(); ) {
      int sign = lower.codePointAt(at);
      at += Character.charCount(sign);
      if (ofWord(sign)) {
        told.appendCodePoint(sign);
      } else if (told.charAt(told.length() - 1) != ' ') {
        told.append(' ');
      }
    }
    return told.append(' ').toString();
  }

  /// Whether a phrase stands in what was told in lower case, each word between blanks.
  static boolean stands(String told, String phrase) {
    for (int at = told.indexOf(phrase, 1); at > 0; at = told.indexOf(phrase, at + 1)) {
      int end = at + phrase.length();
      if (told.charAt(at - 1) == ' ' && end < told.length() && told.charAt(end) == ' ') {
        return true;
      }
    }
    return false;
  }
}
