package id.kentongan.dialogs.content;

import id.kentongan.dialogs.values.Language;
import java.util.Map;

/// Everything the bot says that is not an answer file: `key -> text` by language, from
/// `config/words/<language>/`. A text may hold `{placeholders}`. A language without a key falls
/// back to Indonesian.
public record Words(Map<Language, Map<String, String>> byLanguage) {
  /// The text of a key with its placeholders filled. An unknown key is a bug: `check` finds them
  /// all.
  public String say(Language language, String key, Map<String, String> values) {
    String text = find(language, key);
    if (values.isEmpty() || text.indexOf('{') < 0) {
      return text;
    }
    var said = new StringBuilder(text.length() + 64);
    int from = 0;
    for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
      int close = text.indexOf('}', open);
      String value = values.get(text.substring(open + 1, close));
      if (value == null) {
        throw new IllegalArgumentException(
            "words " + key + ": no value for " + text.substring(open, close + 1));
      }
      said.append(text, from, open).append(value);
      from = close + 1;
    }
    return said.append(text, from, text.length()).toString();
  }

  public String say(Language language, String key) {
    return say(language, key, Map.of());
  }

  public boolean has(String key) {
    return byLanguage.getOrDefault(Language.INDONESIAN, Map.of()).containsKey(key);
  }

  private String find(Language language, String key) {
    String text = byLanguage.getOrDefault(language, Map.of()).get(key);
    if (text == null) {
      text = byLanguage.getOrDefault(Language.INDONESIAN, Map.of()).get(key);
    }
    if (text == null) {
      throw new IllegalArgumentException("words: no text for " + key);
    }
    return text;
  }
}
