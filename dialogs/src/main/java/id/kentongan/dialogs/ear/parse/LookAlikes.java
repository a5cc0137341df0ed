package id.kentongan.dialogs.ear.parse;

/// Letters typed for the digits they look like: O for zero, l and I for one (`O812`, `1OOrb`,
/// `l.500.000`). Only among or before digits, so that no word is touched.
final class LookAlikes {
  private static final int LONG_NUMBER = 4;

  private LookAlikes() {}

  static String digits(StringBuilder text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 'o' && zero(text, i)) {
        text.setCharAt(i, '0');
      } else if ((c == 'l' || c == 'i') && one(text, i)) {
        text.setCharAt(i, '1');
      }
    }
    return text.toString();
  }

  private static boolean zero(StringBuilder text, int i) {
    int before = i > 1 && ".,".indexOf(text.charAt(i - 1)) >= 0 ? i - 2 : i - 1;
    if (digit(text, before)) {
      int end = i;
      while (end < text.length() && text.charAt(end) == 'o') {
        end++;
      }
      return end == text.length() || !Character.isLetter(text.charAt(end)) || unit(text, end);
    }
    return first(text, i) && digit(text, i + 1);
  }

  private static boolean one(StringBuilder text, int i) {
    if (digit(text, i - 1)) {
      return digit(text, i + 1) || (afterLong(text, i) && !letter(text, i + 1));
    }
    boolean point = i + 1 < text.length() && text.charAt(i + 1) == '.';
    boolean zeros = i + 1 < text.length() && text.charAt(i + 1) == 'o' && digit(text, i + 2);
    return first(text, i) && (digit(text, point ? i + 2 : i + 1) || zeros);
  }

  private static boolean afterLong(StringBuilder text, int i) {
    for (int at = i - LONG_NUMBER; at < i; at++) {
      if (!digit(text, at)) {
        return false;
      }
    }
    return true;
  }

  /// `ooo` is told from a word by what follows: nothing, a sign or a unit of thousands.
  private static boolean unit(StringBuilder text, int at) {
    String rest = text.substring(at, Math.min(text.length(), at + 2));
    return rest.startsWith("rb") || rest.startsWith("ri") || rest.startsWith("k");
  }

  private static boolean first(StringBuilder text, int i) {
    return i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1));
  }

  private static boolean digit(StringBuilder text, int i) {
    return i >= 0 && i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9';
  }

  private static boolean letter(StringBuilder text, int i) {
    return i < text.length() && Character.isLetter(text.charAt(i));
  }
}
