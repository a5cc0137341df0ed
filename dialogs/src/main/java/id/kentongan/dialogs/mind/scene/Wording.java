package id.kentongan.dialogs.mind.scene;

import id.kentongan.dialogs.content.Words;
import id.kentongan.dialogs.values.Language;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;

/// How the bot speaks in a turn: the language, and how the person is addressed.
final class Wording {
  private final Words words;
  private Language language;
  private @Nullable String addressed;

  Wording(Words words, Language language) {
    this.words = words;
    this.language = language;
  }

  Language language() {
    return language;
  }

  void speak(Language other) {
    language = other;
  }

  void address(String as) {
    addressed = as;
  }

  /// The words of a key, with name, value, name, value; `{sapa}` is always known.
  String say(String key, String... values) {
    String text = words.say(language, key);
    if (text.indexOf('{') < 0) {
      return text;
    }
    var map = new HashMap<String, String>();
    map.put("sapa", addressed == null ? words.say(language, "sapa") : addressed);
    for (int i = 0; i < values.length; i += 2) {
      map.put(values[i], values[i + 1]);
    }
    return words.say(language, key, map);
  }
}
