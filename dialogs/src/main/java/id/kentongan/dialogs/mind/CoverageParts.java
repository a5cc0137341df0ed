package id.kentongan.dialogs.mind;

import id.kentongan.dialogs.values.AreaCoverage;
import id.kentongan.dialogs.values.AreaCoverage.Part;
import id.kentongan.dialogs.values.AreaCoverage.Place;
import id.kentongan.dialogs.values.WorkerCategory;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The lines of an area's coverage by category of workers, or of who is ahead.
final class CoverageParts {
  private static final int AHEAD = 5;

  private CoverageParts() {}

  /// None where the question was about the whole, or nothing is known of what it was about.
  static List<String> lines(Scene scene, AreaCoverage coverage, @Nullable String about) {
    if (CoverageAsked.ranking(about)) {
      return ranking(scene, coverage);
    }
    return coverage.parts().stream()
        .filter(part -> CoverageAsked.about(about, part))
        .map(part -> line(scene, part))
        .toList();
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
