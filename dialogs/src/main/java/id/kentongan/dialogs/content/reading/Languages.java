package id.kentongan.dialogs.content.reading;

import id.kentongan.dialogs.values.Language;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/// The languages the bot may speak, by the code that names their folder: those recognised only to
/// be answered in Indonesian have no words.
final class Languages {
  static final Map<String, Language> SPOKEN = spoken();

  private Languages() {}

  static String codes() {
    return String.join(", ", new TreeSet<>(SPOKEN.keySet()));
  }

  private static Map<String, Language> spoken() {
    var spoken = new LinkedHashMap<String, Language>();
    for (Language language : Language.values()) {
      boolean answered =
          switch (language) {
            case INDONESIAN, JAVANESE, BANJAR, MADURESE, PALEMBANG -> true;
            case SUNDANESE, OTHER -> false;
          };
      if (answered) {
        spoken.put(language.code(), language);
      }
    }
    return Map.copyOf(spoken);
  }
}
