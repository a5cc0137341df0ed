package id.kentongan.dialogs.ear.parse;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Words as one writes them down, into sets and tables as one asks them.
final class WordTable {
  private WordTable() {}

  /// Words or phrases parted by commas; one written twice counts once.
  static Set<String> words(String list) {
    return Arrays.stream(list.split(", ")).collect(Collectors.toUnmodifiableSet());
  }

  /// Turns `meaning -> words` into `word -> meaning`.
  static <V> Map<String, V> of(Map<V, String> wordsByMeaning) {
    var table = new HashMap<String, V>();
    wordsByMeaning.forEach(
        (meaning, words) -> {
          for (String word : words.split(" ")) {
            table.put(word, meaning);
          }
        });
    return Map.copyOf(table);
  }
}
