package id.kentongan.dialogs.content;

import id.kentongan.dialogs.values.Language;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Everything the bot says that is not an answer file: `key -> text` by language, from
/// `config/words/<language>/`. A text may hold `{placeholders}`. A language without a key falls
/// back to Indonesian. Some keys list words that people say; those are understood in every language
/// whichever is spoken.
public final class Words {
  private final Map<Language, Map<String, String>> byLanguage;
  private final Map<String, Set<String>> heard;

  public Words(Map<Language, Map<String, String>> byLanguage) {
    this.byLanguage = byLanguage;
    // why a HashMap: a message asks for dozens of lists, and it finds them faster than Map.of
    this.heard = new HashMap<>();
    byLanguage.values().stream()
        .flatMap(texts -> texts.keySet().stream())
        .forEach(key -> heard.computeIfAbsent(key, this::lists));
  }

  public Map<Language, Map<String, String>> byLanguage() {
    return byLanguage;
  }

  /// The text of a key with its placeholders filled. An unknown key is a bug: `check` finds them
  /// all.
  public String say(Language language, String key, Map<String, String> values) {
    String text = find(language, key);
    return values.isEmpty() ? text : Template.fill(text, name -> value(key, name, values));
  }

  public String say(Language language, String key) {
    return say(language, key, Map.of());
  }

  /// The words listed under a key, parted by commas, of all languages.
  public Set<String> heard(String key) {
    Set<String> words = heard.get(key);
    if (words == null) {
      throw new IllegalArgumentException("words: no list for " + key);
    }
    return words;
  }

  /// The words listed under a key; none where there is no such key.
  public Set<String> listed(String key) {
    return heard.getOrDefault(key, Set.of());
  }

  /// The words listed under the keys that begin with a prefix, by the rest of the key.
  public Map<String, Set<String>> listedUnder(String prefix) {
    return heard.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(prefix))
        .collect(
            Collectors.toUnmodifiableMap(
                entry -> entry.getKey().substring(prefix.length()), Map.Entry::getValue));
  }

  public boolean has(String key) {
    return byLanguage.getOrDefault(Language.INDONESIAN, Map.of()).containsKey(key);
  }

  /// The texts whose keys begin with a prefix, by the rest of the key, in its order.
  public SortedMap<String, String> under(Language language, String prefix) {
    var found = new TreeMap<String, String>();
    byLanguage.getOrDefault(Language.INDONESIAN, Map.of()).keySet().stream()
        .filter(key -> key.startsWith(prefix))
        .forEach(key -> found.put(key.substring(prefix.length()), find(language, key)));
    return found;
  }

  private Set<String> lists(String key) {
    return byLanguage.values().stream()
        .flatMap(texts -> Stream.ofNullable(texts.get(key)))
        .flatMap(list -> Arrays.stream(list.split(" *, *")))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String value(String key, String name, Map<String, String> values) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("words " + key + ": no value for {" + name + "}");
    }
    return value;
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
