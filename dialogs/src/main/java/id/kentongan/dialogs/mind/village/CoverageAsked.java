package id.kentongan.dialogs.mind.village;

import id.kentongan.dialogs.content.CategoryWords;
import id.kentongan.dialogs.content.Region;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.values.WorkerCategory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What of an area's coverage a question is about.
sealed interface CoverageAsked {
  CoverageAsked WHOLE = new Whole();

  /// How many there are.
  record Whole() implements CoverageAsked {}

  /// Who is ahead.
  record Ranking() implements CoverageAsked {}

  /// How many of these categories; all of them where the question is how the whole divides.
  record Parts(List<WorkerCategory> categories) implements CoverageAsked {
    public Parts {
      categories = List.copyOf(categories);
    }
  }

  static CoverageAsked of(Scene scene, String text) {
    List<String> words = Region.words(text);
    if (words.stream().anyMatch(scene.heard("village.asked.rank")::contains)) {
      return new Ranking();
    }
    if (words.stream().anyMatch(scene.heard("village.asked.parts")::contains)) {
      return new Parts(List.of(WorkerCategory.values()));
    }
    List<WorkerCategory> named = named(scene, words);
    return named.isEmpty() ? WHOLE : new Parts(named);
  }

  /// why: in `saya nelayan, desa kami berapa` the speaker's own work is no question.
  private static List<WorkerCategory> named(Scene scene, List<String> words) {
    var categories = new CategoryWords(scene.content().words());
    Set<String> speakers = scene.heard("village.asked.speaker");
    var named = new ArrayList<WorkerCategory>();
    boolean speaker = false;
    for (int from = 0; from < words.size(); from++) {
      var category = categories.beginning(words.subList(from, words.size()));
      boolean said = from > 0 && speakers.contains(words.get(from - 1));
      speaker = category.isPresent() && (said || speaker);
      if (!speaker) {
        category.filter(c -> c != WorkerCategory.OTHER && !named.contains(c)).ifPresent(named::add);
      }
    }
    return named;
  }
}
