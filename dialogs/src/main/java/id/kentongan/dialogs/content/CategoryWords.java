package id.kentongan.dialogs.content;

import id.kentongan.dialogs.values.Language;
import id.kentongan.dialogs.values.WorkerCategory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The categories of workers by the words that people and files use for them; content, under
/// `village.category.<category>` (the name shown) and `village.category-words.<category>`.
public final class CategoryWords {
  private final Map<String, WorkerCategory> byWord = new TreeMap<>();
  private final Words words;

  public CategoryWords(Words words) {
    this.words = words;
    for (WorkerCategory category : WorkerCategory.values()) {
      known(category.name(), category);
      known(name(category), category);
      for (String word :
          words.say(Language.INDONESIAN, key("category-words", category)).split(",")) {
        known(word, category);
      }
    }
  }

  private void known(String word, WorkerCategory category) {
    byWord.put(String.join(" ", PlaceText.words(word)), category);
  }

  /// The name shown, e.g. `pekerja rentan`.
  public String name(WorkerCategory category) {
    return words.say(Language.INDONESIAN, key("category", category));
  }

  /// The category that a text is a name of.
  public Optional<WorkerCategory> find(String text) {
    return Optional.ofNullable(byWord.get(String.join(" ", PlaceText.words(text))));
  }

  /// The category whose name these words begin with, the longest name first; empty when none.
  public Optional<WorkerCategory> beginning(List<String> told) {
    for (int n = Math.min(3, told.size()); n > 0; n--) {
      WorkerCategory category = byWord.get(String.join(" ", told.subList(0, n)));
      if (category != null) {
        return Optional.of(category);
      }
    }
    return Optional.empty();
  }

  private static String key(String kind, WorkerCategory category) {
    return "village." + kind + '.' + category.key();
  }
}
