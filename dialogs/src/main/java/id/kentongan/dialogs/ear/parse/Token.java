package id.kentongan.dialogs.ear.parse;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A run of digits, a run of letters, or one other sign. `glued` when no space stands before it,
/// `start` its place in the lexed text.
record Token(Kind kind, String text, boolean glued, int start) {
  enum Kind {
    NUMBER,
    WORD,
    SIGN
  }

  /// Longer texts are read up to here only, so that every parser's time is bounded.
  static final int LONGEST = 4000;

  boolean number() {
    return kind == Kind.NUMBER;
  }

  boolean word() {
    return kind == Kind.WORD;
  }

  boolean sign(String sign) {
    return kind == Kind.SIGN && text.equals(sign);
  }

  /// The value of a run of digits; runs longer than any amount count as the largest.
  long value() {
    return text.length() > 15 ? Long.MAX_VALUE / 4 : Long.parseLong(text);
  }

  /// Lower case, accents folded, apostrophes dropped; the letter O among digits is a zero.
  static List<Token> lex(String text) {
    return split(plain(text));
  }

  static String plain(String text) {
    String cut = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    String lower = Normalizer.normalize(cut, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    var plain = new StringBuilder(lower.length());
    lower
        .codePoints()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK && !skipped(c))
        .forEach(c -> plain.appendCodePoint(Character.isDigit(c) ? '0' + digit(c) : c));
    return zeros(plain);
  }

  private static int digit(int c) {
    return Math.max(0, Character.digit(c, 10));
  }

  private static boolean skipped(int c) {
    return "'’‘`´ʼ".indexOf(c) >= 0 || Character.getType(c) == Character.FORMAT;
  }

  private static String zeros(StringBuilder text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == 'o' && besideDigit(text, i)) {
        text.setCharAt(i, '0');
      }
    }
    return text.toString();
  }

  private static boolean besideDigit(StringBuilder text, int i) {
    int before = i > 1 && ".,".indexOf(text.charAt(i - 1)) >= 0 ? i - 2 : i - 1;
    if (before >= 0 && Character.isDigit(text.charAt(before))) {
      int end = i;
      while (end < text.length() && text.charAt(end) == 'o') {
        end++;
      }
      return end == text.length() || !Character.isLetter(text.charAt(end)) || unit(text, end);
    }
    boolean first = i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1));
    return first && i + 1 < text.length() && Character.isDigit(text.charAt(i + 1));
  }

  private static boolean unit(StringBuilder text, int at) {
    String rest = text.substring(at, Math.min(text.length(), at + 2));
    return rest.startsWith("rb") || rest.startsWith("ri") || rest.startsWith("k");
  }

  private static List<Token> split(String text) {
    var tokens = new ArrayList<Token>();
    int i = 0;
    boolean glued = false;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      int start = i;
      i += Character.charCount(c);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        glued = false;
        continue;
      }
      Kind kind = kind(c);
      while (kind != Kind.SIGN && i < text.length() && kind(text.codePointAt(i)) == kind) {
        i += Character.charCount(text.codePointAt(i));
      }
      tokens.add(new Token(kind, text.substring(start, i), glued, start));
      glued = true;
    }
    return tokens;
  }

  private static Kind kind(int c) {
    return c >= '0' && c <= '9' ? Kind.NUMBER : Character.isLetter(c) ? Kind.WORD : Kind.SIGN;
  }
}
