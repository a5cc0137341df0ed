package id.kentongan.bot.village;

import id.kentongan.dialogs.content.Words;
import id.kentongan.dialogs.values.Language;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// The words of drawings, which are in Indonesian whoever asks, as offices write.
record Terms(Words words) {
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM yyyy", Locale.of("id"));

  /// Values are given as name, value, name, value.
  String say(String key, String... values) {
    Map<String, String> map = new HashMap<>();
    for (int i = 0; i < values.length; i += 2) {
      map.put(values[i], values[i + 1]);
    }
    return words.say(Language.INDONESIAN, "village.draw." + key, map);
  }

  static String month(YearMonth month) {
    return MONTH.format(month);
  }

  static String number(long count) {
    return String.format(Locale.ROOT, "%,d", count).replace(',', '.');
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f", 100 * share).replace('.', ',') + '%';
  }
}
