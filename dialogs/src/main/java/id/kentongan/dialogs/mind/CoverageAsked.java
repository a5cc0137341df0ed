package id.kentongan.dialogs.mind;

import id.kentongan.dialogs.content.CategoryWords;
import id.kentongan.dialogs.content.Region;
import id.kentongan.dialogs.values.AreaCoverage.Part;
import id.kentongan.dialogs.values.WorkerCategory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What of an area's coverage a question is about beside the whole, as a state keeps it: categories
/// of workers by their names, all of them (`PARTS`), who is ahead (`RANK`). Null for the whole.
final class CoverageAsked {
  private static final String PARTS = "PARTS";
  private static final String RANK = "RANK";

  private CoverageAsked() {}

  static @Nullable String of(Scene scene, String text) {
    List<String> words = Region.words(text);
    if (words.stream().anyMatch(scene.heard("village.asked.rank")::contains)) {
      return RANK;
    }
    if (words.stream().anyMatch(scene.heard("village.asked.parts")::contains)) {
      return PARTS;
    }
    var categories = new CategoryWords(scene.content().words());
    Set<String> speakers = scene.heard("village.asked.speaker");
    var asked = new ArrayList<String>();
    boolean speaker = false;
    for (int from = 0; from < words.size(); from++) {
      var category = categories.beginning(words.subList(from, words.size()));
      boolean said = from > 0 && speakers.contains(words.get(from - 1));
      speaker = category.isPresent() && (said || speaker);
      if (!speaker) {
        category
            .filter(c -> c != WorkerCategory.OTHER)
            .map(WorkerCategory::name)
            .filter(name -> !asked.contains(name))
            .ifPresent(asked::add);
      }
    }
    return asked.isEmpty() ? null : String.join(",", asked);
  }

  static boolean ranking(@Nullable String about) {
    return RANK.equals(about);
  }

  /// Whether it is about categories, of which this is one; all that are told together may hold any.
  static boolean about(@Nullable String about, Part part) {
    WorkerCategory category = part.category();
    return about != null
        && !ranking(about)
        && (about.equals(PARTS)
            || category == null
            || List.of(about.split(",")).contains(category.name()));
  }
}
