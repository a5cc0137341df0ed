package id.kentongan.dialogs.content;

import id.kentongan.dialogs.ear.parse.Parted;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// How names of places are compared: as words in small letters without accents.
final class PlaceText {
  private static final int LONGEST = 200;
  private static final int MOST = 12;
  /// Numbers of houses and neighbourhoods.
  private static final Pattern HOUSE = Pattern.compile("(?:rt|rw)?[0-9]+");

  private static final Pattern MARKS = Pattern.compile("\\p{M}");

  private PlaceText() {}

  /// The first words, of small letters and digits.
  static List<String> words(String text) {
    String start = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    String plain = MARKS.matcher(Normalizer.normalize(start, Normalizer.Form.NFD)).replaceAll("");
    List<String> words = Parted.by(plain.toLowerCase(Locale.ROOT), PlaceText::ofWord);
    return words.size() > MOST ? words.subList(0, MOST) : words;
  }

  private static boolean ofWord(int sign) {
    return (sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9');
  }

  /// `12`, `rt3`, `rw02`.
  static boolean house(String word) {
    return HOUSE.matcher(word).matches();
  }
}
