package id.kentongan.dialogs.ear.parse;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

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

  private static final Pattern TWICE =
      Pattern.compile("(?<![\\p{L}\\d])(\\p{L}{3,20})2(?=\\p{L}{0,4}(?![\\p{L}\\d]))");

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

  /// Lower case, accents folded, apostrophes dropped; letters that look like digits among digits
  /// are digits.
  static List<Token> lex(String text) {
    return split(plain(text));
  }

  /// `opo2`, `tiga2nya`: the word said twice.
  static String twice(String text) {
    return TWICE.matcher(text).replaceAll("$1 $1");
  }

  static String plain(String text) {
    String cut = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    String apart = cut.replace("½", " 1/2").replace("¼", " 1/4").replace("¾", " 3/4");
    String lower = Normalizer.normalize(apart, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    var plain = new StringBuilder(lower.length());
    for (int at = 0, c; at < lower.length(); at += Character.charCount(c)) {
      c = lower.codePointAt(at);
      if (!skipped(c)) {
        plain.appendCodePoint(simple(c));
      }
    }
    return LookAlikes.digits(plain);
  }

  /// Digits of any script as 0 to 9, any dash as a hyphen.
  private static int simple(int c) {
    if (Character.isDigit(c)) {
      return '0' + Math.max(0, Character.digit(c, 10));
    }
    return Character.getType(c) == Character.DASH_PUNCTUATION || c == '−' ? '-' : c;
  }

  /// Accents, the frames of emoji digits, joiners and apostrophes.
  private static boolean skipped(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT
        || "'’‘`´ʼ".indexOf(c) >= 0;
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
