package id.kentongan.dialogs.mind.scene;

import id.kentongan.dialogs.ear.parse.Parted;
import id.kentongan.dialogs.ear.parse.Phrases;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Finds phrases that content lists under a key in what somebody wrote, as whole words.
public final class Listed {
  /// The kinds of signs that words are made of: letters and numbers.
  private static final BitSet WORD = new BitSet();

  static {
    WORD.set(Character.UPPERCASE_LETTER, Character.OTHER_LETTER + 1);
    WORD.set(Character.DECIMAL_DIGIT_NUMBER, Character.OTHER_NUMBER + 1);
  }

  private Listed() {}

  /// Whether one of the phrases stands in the text.
  public static boolean any(Scene scene, String key, String text) {
    return first(scene, key, text).isPresent();
  }

  /// The first of the phrases that stands in the text.
  public static Optional<String> first(Scene scene, String key, String text) {
    return firstOf(scene, key, spaced(text));
  }

  /// Like [#any], of a text brought into shape by [#spaced] once for many lists.
  public static boolean within(Scene scene, String key, String spaced) {
    return firstOf(scene, key, spaced).isPresent();
  }

  private static Optional<String> firstOf(Scene scene, String key, String told) {
    for (String phrase : scene.heard(key)) {
      if (Phrases.has(told, phrase)) {
        return Optional.of(phrase);
      }
    }
    return Optional.empty();
  }

  /// The words of a text in lower case.
  public static List<String> tokens(String text) {
    return Parted.by(text.toLowerCase(Locale.ROOT), Listed::ofWord);
  }

  /// Letters and numbers.
  public static boolean ofWord(int sign) {
    return WORD.get(Character.getType(sign));
  }

  /// The words in lower case, each between blanks.
  ///
  /// why not a pattern: every message is looked through for many such lists.
  public static String spaced(String text) {
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
}
