package id.kentongan.dialogs.mind.village;

import id.kentongan.dialogs.content.Offices.Criterion;
import id.kentongan.dialogs.content.Offices.KnownBy;
import id.kentongan.dialogs.content.Region;
import id.kentongan.dialogs.ear.parse.Phrases;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.values.AreaCoverage;
import id.kentongan.dialogs.values.AreaCoverage.Totals;
import id.kentongan.dialogs.values.WorkerCategory;
import java.util.ArrayList;
import java.util.Optional;

/// A village's checklist for Desa Sadar (V3): what the figures show to be met or not, and what the
/// village has to show itself.
public final class SadarText {
  private SadarText() {}

  /// Whether words ask for the checklist.
  public static boolean asked(Scene scene, String text) {
    String plain = plain(text);
    return Phrases.within(plain, scene.heard("village.sadar.signs"))
        && !bare(scene, text).equals(plain);
  }

  /// The words without those that ask for it, which would be taken for a village's name.
  static String bare(Scene scene, String text) {
    String bare = plain(text);
    for (String sign : scene.heard("village.sadar.signs")) {
      bare = bare.replace(sign, scene.words("village.sadar.village"));
    }
    return bare;
  }

  static String of(Scene scene, AreaCoverage coverage) {
    var lines = new ArrayList<String>();
    if (coverage.sample()) {
      lines.add(scene.words("village.sample"));
    }
    lines.add(scene.words("village.sadar.head", "nama", coverage.area().name()));
    for (Criterion criterion : scene.content().offices().desaSadar()) {
      String key =
          met(criterion.by(), coverage).map(met -> met ? "met" : "unmet").orElse("to-show");
      String example = criterion.sample() ? scene.words("village.sadar.example") : "";
      lines.add(
          scene
              .words("village.sadar." + key, "syarat", criterion.text(), "contoh", example)
              .strip());
    }
    lines.add(scene.words("village.sadar.decides", "kantor", scene.content().offices().branch()));
    return String.join("\n", lines);
  }

  /// Empty where the figures do not tell.
  private static Optional<Boolean> met(KnownBy by, AreaCoverage coverage) {
    return switch (by) {
      case KnownBy.Members(WorkerCategory category) ->
          coverage.parts().stream()
              .filter(part -> part.category() == category && part.workers() > 0)
              .map(part -> part.covered() >= part.workers())
              .findFirst();
      case KnownBy.Target _ -> reached(coverage.totals());
      case KnownBy.Shown _ -> Optional.empty();
    };
  }

  private static Optional<Boolean> reached(Totals totals) {
    return totals.few()
        ? Optional.empty()
        : Optional.ofNullable(totals.target()).map(target -> totals.covered() >= target);
  }

  private static String plain(String text) {
    return String.join(" ", Region.words(text));
  }
}
