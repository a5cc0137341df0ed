package id.kentongan.dialogs.ear.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/// What stands in a text between signs that are no part of a word.
public final class Parted {
  private Parted() {}

  /// `ofWord`: whether a code point belongs to a word.
  public static List<String> by(String text, IntPredicate ofWord) {
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
}
