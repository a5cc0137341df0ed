package id.kentongan.dialogs.ear.parse;

import id.kentongan.dialogs.ear.Parsed;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a person means who corrects himself within one message: `bukan 3 tapi 6 bulan`, `... salah,
/// yang benar ...`, `6 bulan, jangan 3`. The part that is meant is read alone; when it gives no
/// value, the whole is.
final class Amended {
  private static final Pattern MEANT =
      Pattern.compile(
          "\\b(?:(?:yang|yg|sing|nang|seng) (?:benar|bener|betul|leres|bujur)|maksud(?:nya|e|ku)?"
              + "|ralat|(?:se)?harusnya|mestinya|eh|melainkan|tapi|tetapi|tp)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NOT =
      Pattern.compile(
          "\\b(?:bukan|bkn|jangan|jgn|dudu|sanes|ojo|salah)\\b", Pattern.CASE_INSENSITIVE);

  private Amended() {}

  static <V> Parsed<V> read(String text, Function<String, Parsed<V>> parser) {
    String cut = text.length() > Token.LONGEST ? text.substring(0, Token.LONGEST) : text;
    for (String part : meant(cut)) {
      Parsed<V> read = parser.apply(part);
      if (read instanceof Parsed.Value<V>) {
        return read;
      }
    }
    return parser.apply(text);
  }

  private static List<String> meant(String text) {
    var parts = new ArrayList<String>();
    Matcher not = NOT.matcher(text);
    boolean refused = not.find();
    int from = -1;
    for (Matcher meant = MEANT.matcher(text); meant.find(); ) {
      boolean contrast = meant.group().toLowerCase(java.util.Locale.ROOT).startsWith("t");
      if (!contrast || (refused && not.start() < meant.start())) {
        from = meant.end();
      }
    }
    if (from >= 0) {
      parts.add(text.substring(from));
    }
    if (refused) {
      int comma = text.indexOf(',', not.end());
      if (text.substring(0, not.start()).isBlank() && comma > 0) {
        parts.add(text.substring(comma + 1));
      } else {
        parts.add(text.substring(0, not.start()));
      }
    }
    return parts;
  }
}
