package id.kentongan.dialogs.content.reading;

import id.kentongan.dialogs.ear.parse.Heard;
import id.kentongan.dialogs.values.Language;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// Finds the faults in the lists of words by which values are told, `heard.*`: each known and
/// there, its words in small letters and once, and none with two meanings. Languages add to
/// Indonesian.
final class HeardCheck {
  private HeardCheck() {}

  static boolean lists(String key) {
    return key.startsWith(Heard.PREFIX);
  }

  /// One list by itself.
  static void list(Node leaf, String text) {
    if (known(leaf.path()).isEmpty()) {
      leaf.fault(Wrong.NOT_HEARD.of(), Should.KNOWN_KEY.of());
    }
    var seen = new HashSet<String>();
    for (String word : words(text)) {
      if (word.isEmpty()) {
        leaf.fault(Wrong.GAP.of(), Should.COMMAS.of());
      } else if (!word.equals(word.toLowerCase(Locale.ROOT))) {
        leaf.fault(Wrong.CAPITALS.of(word), Should.SMALL_LETTERS.of());
      } else if (!seen.add(word)) {
        leaf.fault(Wrong.WORD_TWICE.of(word), Should.WORD_ONCE.of());
      }
    }
  }

  /// What can be seen over all lists only.
  static void all(Map<Language, Map<String, Node>> found, Faults faults) {
    Map<String, Node> indonesian = found.getOrDefault(Language.INDONESIAN, Map.of());
    for (Heard list : Heard.values()) {
      keys(list)
          .filter(key -> !indonesian.containsKey(key))
          .forEach(key -> faults.add("words/id", key, Wrong.NO_LIST.of(), Should.PARTED.of()));
      meanings(list, found.values());
    }
  }

  private static void meanings(Heard list, Collection<Map<String, Node>> languages) {
    var meant = new HashMap<String, String>();
    String below = list.key() + '.';
    languages.stream()
        .flatMap(keys -> keys.values().stream())
        .filter(leaf -> leaf.path().startsWith(below))
        .forEach(
            leaf -> {
              for (String word : words(leaf.text())) {
                String before = meant.putIfAbsent(word, leaf.path());
                if (before != null && !before.equals(leaf.path())) {
                  leaf.fault(Wrong.TWO_MEANINGS.of(word, before), Should.ONE_MEANING.of());
                }
              }
            });
  }

  private static Stream<String> keys(Heard list) {
    return list.meanings().isEmpty()
        ? Stream.of(list.key())
        : list.meanings().stream().map(meaning -> list.key() + '.' + meaning);
  }

  private static List<Heard> known(String key) {
    return Arrays.stream(Heard.values())
        .filter(
            list ->
                list.meanings().isEmpty()
                    ? key.equals(list.key())
                    : key.startsWith(list.key() + '.')
                        && list.means(key.substring(list.key().length() + 1)))
        .toList();
  }

  private static List<String> words(String text) {
    return Arrays.asList(text.split(" *, *", -1));
  }
}
