package id.kentongan.dialogs.mind.village;

import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.values.AreaCoverage;
import id.kentongan.dialogs.values.AreaCoverage.Part;
import id.kentongan.dialogs.values.AreaCoverage.Place;
import id.kentongan.dialogs.values.WorkerCategory;
import java.util.ArrayList;
import java.util.List;

/// The lines of an area's coverage by category of workers, or of who is ahead.
final class CoverageParts {
  private static final int AHEAD = 5;

  private CoverageParts() {}

  /// None where the question was about the whole, or nothing is known of what it was about.
  static List<String> lines(Scene scene, AreaCoverage coverage, CoverageAsked asked) {
    return switch (asked) {
      case CoverageAsked.Whole _ -> List.of();
      case CoverageAsked.Ranking _ -> ranking(scene, coverage);
      case CoverageAsked.Parts(var categories) ->
          coverage.parts().stream()
              .filter(part -> holds(part, categories))
              .map(part -> line(scene, part))
              .toList();
    };
  }

  /// All that are told together may hold any.
  private static boolean holds(Part part, List<WorkerCategory> categories) {
    WorkerCategory category = part.category();
    return category == null || categories.contains(category);
  }

  private static String line(Scene scene, Part part) {
    WorkerCategory category = part.category();
    return scene.words(
        part.workers() == 0 ? "village.part-only" : "village.part",
        "kelompok",
        category == null
            ? scene.words("village.draw.together")
            : scene.words("village.category." + category.key()),
        "peserta",
        CoverageText.number(part.covered()),
        "pekerja",
        CoverageText.number(part.workers()),
        "persen",
        CoverageText.percent(part.covered(), part.workers()));
  }

  /// The first few, and the village itself where it is not among them.
  private static List<String> ranking(Scene scene, AreaCoverage coverage) {
    var lines = new ArrayList<String>();
    List<Place> all = coverage.ranking();
    for (int i = 0; i < all.size(); i++) {
      if (i < AHEAD || all.get(i).code().equals(coverage.area().code())) {
        lines.add(ranked(scene, i + 1, all.get(i)));
      }
    }
    return lines;
  }

  private static String ranked(Scene scene, int n, Place place) {
    String share =
        place.few()
            ? scene.words("village.draw.few")
            : CoverageText.percent(place.covered(), place.workers());
    return scene.words(
        "village.ranked", "n", CoverageText.number(n), "nama", place.name(), "persen", share);
  }
}
