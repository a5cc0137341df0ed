package id.kentongan.dialogs.ear.parse;

import id.kentongan.dialogs.ear.Parsed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a person means who corrects himself within one message: `bukan 3 tapi 6 bulan`, `... salah,
/// yang benar ...`, `6 bulan, jangan 3`. The part that is meant is read alone; when it gives no
/// value, the whole is.
final class Amended {
  /// The words without which nothing is amended, in small letters.
  private final Set<String> signs;

  private final Pattern meant;
  private final Pattern contrast;
  private final Pattern not;

  Amended(ValueWords heard) {
    signs =
        Stream.of(Heard.AMENDED_MEANT, Heard.AMENDED_NOT)
            .flatMap(list -> heard.of(list).stream())
            .map(word -> word.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
    meant = words(heard.any(Heard.AMENDED_MEANT));
    contrast = words(heard.any(Heard.AMENDED_CONTRAST));
    not = words(heard.any(Heard.AMENDED_NOT));
  }

  private static Pattern words(String any) {
    return Pattern.compile("\\b" + any + "\\b", Pattern.CASE_INSENSITIVE);
  }

  <V> Parsed<V> read(String text, Function<String, Parsed<V>> parser) {
    String cut = text.length() > Token.LONGEST ? text.substring(0, Token.LONGEST) : text;
    for (String part : amends(cut) ? meant(cut) : List.<String>of()) {
      Parsed<V> read = parser.apply(part);
      if (read instanceof Parsed.Value<V>) {
        return read;
      }
    }
    return parser.apply(text);
  }

  /// Whether one of the words may be there: most messages are told apart without the patterns.
  private boolean amends(String text) {
    return Phrases.within(text.toLowerCase(Locale.ROOT), signs);
  }

  private List<String> meant(String text) {
    var parts = new ArrayList<String>();
    Matcher refusal = not.matcher(text);
    boolean refused = refusal.find();
    int from = last(meant, text, 0);
    if (refused) {
      from = Math.max(from, last(contrast, text, refusal.end()));
    }
    if (from >= 0) {
      parts.add(text.substring(from));
    }
    if (refused) {
      int comma = text.indexOf(',', refusal.end());
      if (text.substring(0, refusal.start()).isBlank() && comma > 0) {
        parts.add(text.substring(comma + 1));
      } else {
        parts.add(text.substring(0, refusal.start()));
      }
    }
    return parts;
  }

  /// Where the last such word ends; -1 where there is none.
  private static int last(Pattern words, String text, int from) {
    int end = -1;
    for (Matcher found = words.matcher(text); found.find(end < 0 ? from : end); ) {
      end = found.end();
    }
    return end;
  }
}
