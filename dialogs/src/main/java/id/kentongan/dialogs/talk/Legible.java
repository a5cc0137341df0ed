package id.kentongan.dialogs.talk;

/// Text as it came from outside, fit for every store: what no UTF-8 and no database column can hold
/// (half of a surrogate pair, the character zero) becomes U+FFFD.
public final class Legible {
  private static final char REPLACEMENT = '\uFFFD';

  private Legible() {}

  /// The same text when nothing is wrong with it.
  public static String of(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0 || Character.isSurrogate(c)) {
        return mended(text, i);
      }
    }
    return text;
  }

  private static String mended(String text, int from) {
    var mended = new StringBuilder(text.length()).append(text, 0, from);
    text.substring(from)
        .codePoints()
        .forEach(
            c -> {
              boolean bad =
                  c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
              mended.appendCodePoint(bad ? REPLACEMENT : c);
            });
    return mended.toString();
  }
}
