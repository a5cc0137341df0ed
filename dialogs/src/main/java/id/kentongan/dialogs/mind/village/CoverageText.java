package id.kentongan.dialogs.mind.village;

import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.values.AreaCoverage;
import id.kentongan.dialogs.values.AreaCoverage.Area;
import id.kentongan.dialogs.values.AreaCoverage.Totals;
import id.kentongan.dialogs.values.AreaCoverage.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Puts an area's coverage into a few short lines.
final class CoverageText {
  private static final int VILLAGE = 13;

  private CoverageText() {}

  static String of(Scene scene, AreaCoverage coverage, CoverageAsked asked) {
    var lines = new ArrayList<String>();
    if (coverage.sample()) {
      lines.add(scene.words("village.sample"));
    }
    lines.add(total(scene, coverage));
    List<String> parts = CoverageParts.lines(scene, coverage, asked);
    if (!parts.isEmpty()) {
      lines.addAll(parts);
      return String.join("\n", lines);
    }
    target(scene, coverage, lines);
    growth(scene, coverage, lines);
    rank(scene, coverage, lines);
    return String.join("\n", lines);
  }

  /// `village`, `district`, `regency` or `province`.
  static String kind(Area area) {
    return switch (area.code().length()) {
      case 2 -> "province";
      case 5 -> "regency";
      case 8 -> "district";
      default -> "village";
    };
  }

  private static String total(Scene scene, AreaCoverage coverage) {
    Totals totals = coverage.totals();
    String key =
        totals.few() ? "village.few" : totals.workers() == 0 ? "village.only" : "village.total";
    return scene.words(
        key,
        "wilayah",
        scene.words("village.named." + kind(coverage.area()), "nama", coverage.area().name()),
        "peserta",
        number(totals.covered()),
        "pekerja",
        number(totals.workers()),
        "belum",
        number(Math.max(0, totals.workers() - totals.covered())),
        "persen",
        percent(totals.covered(), totals.workers()));
  }

  private static void target(Scene scene, AreaCoverage coverage, List<String> lines) {
    Totals totals = coverage.totals();
    Long target = totals.target();
    if (target == null || target == 0 || totals.few()) {
      return;
    }
    long missing = target - totals.covered();
    lines.add(
        scene.words(
            missing > 0 ? "village.below-target" : "village.reached",
            "tahun",
            Integer.toString(coverage.month().getYear()),
            "target",
            number(target),
            "kurang",
            number(missing)));
  }

  private static void growth(Scene scene, AreaCoverage coverage, List<String> lines) {
    List<Year> years = coverage.years();
    if (years.size() < 2 || coverage.totals().few()) {
      return;
    }
    Year now = years.getLast();
    Year before = years.get(years.size() - 2);
    long more = now.all() - before.all();
    if (before.all() > 0 && more != 0) {
      lines.add(
          scene.words(
              more > 0 ? "village.grown" : "village.shrunk",
              "n",
              number(Math.abs(more)),
              "tahun",
              Integer.toString(before.year())));
    }
    if (!now.together() && now.formal() > 0 && now.informal() > 0) {
      lines.add(
          scene.words(
              "village.segments",
              "formal",
              number(now.formal()),
              "informal",
              number(now.informal())));
    }
  }

  private static void rank(Scene scene, AreaCoverage coverage, List<String> lines) {
    Area area = coverage.area();
    var ranking = coverage.ranking();
    if (area.code().length() == VILLAGE && ranking.size() > 1 && !coverage.totals().few()) {
      for (int i = 0; i < ranking.size(); i++) {
        if (ranking.get(i).code().equals(area.code())) {
          lines.add(
              scene.words(
                  "village.rank",
                  "n",
                  Integer.toString(i + 1),
                  "dari",
                  Integer.toString(ranking.size()),
                  "kecamatan",
                  area.above().isEmpty() ? "" : area.above().getFirst()));
        }
      }
    } else if (area.code().length() < VILLAGE && !ranking.isEmpty()) {
      var best = ranking.getFirst();
      lines.add(
          scene.words(
              "village.best",
              "nama",
              best.name(),
              "persen",
              percent(best.covered(), best.workers())));
    }
  }

  static String number(long count) {
    return String.format(Locale.ROOT, "%,d", count).replace(',', '.');
  }

  static String percent(long part, long whole) {
    double share = whole == 0 ? 0 : 100.0 * part / whole;
    return String.format(Locale.ROOT, "%.1f", share).replace('.', ',').replaceFirst(",0$", "")
        + '%';
  }
}
