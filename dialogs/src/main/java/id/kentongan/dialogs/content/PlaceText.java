package id.kentongan.dialogs.content;

import java.text.Normalizer;
import java.util.ArrayList;
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

  static List<String> words(String text) {
    String start = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    String plain = MARKS.matcher(Normalizer.normalize(start, Normalizer.Form.NFD)).replaceAll("");
    return parted(plain.toLowerCase(Locale.ROOT));
  }

  /// The first words, of small letters and digits.
  private static List<String> parted(String text) {
    var words = new ArrayList<String>();
    int from = 0;
    for (int at = 0; at <= text.length() && words.size() < MOST; at++) {
      if (at == text.length() || !ofWord(text.charAt(at))) {
        if (at > from) {
          words.add(text.substring(from, at));
        }
        from = at + 1;
      }
    }
    return words;
  }

  private static boolean ofWord(char sign) {
    return (sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9');
  }

  /// `12`, `rt3`, `rw02`.
  static boolean house(String word) {
    return HOUSE.matcher(word).matches();
  }
}
