package id.kentongan.bot.console;

import id.kentongan.dialogs.content.CategoryWords;
import id.kentongan.dialogs.values.AreaCoverage;
import id.kentongan.dialogs.values.AreaCoverage.Part;
import id.kentongan.dialogs.values.AreaCoverage.Place;
import id.kentongan.dialogs.values.AreaCoverage.Totals;
import id.kentongan.dialogs.values.AreaCoverage.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// An area's coverage as a page shows it: counts with their dots, empty where they are not told.
record CoverageView(
    AreaCoverage.Area area,
    Row all,
    @Nullable Goal goal,
    List<Row> parts,
    List<Growth> years,
    List<Row> ranking,
    boolean sample) {
  private static final Locale ID = Locale.forLanguageTag("id-ID");

  /// `code` is empty for what is no area.
  record Row(String code, String name, String workers, String covered, String share) {}

  /// What is to be reached this year, and how many are missing, empty when it is reached.
  record Goal(int year, String people, String missing) {}

  /// Members at the end of a year; `more` than a year before, in per cent.
  record Growth(int year, String formal, String informal, String all, String more) {}

  static CoverageView of(AreaCoverage coverage, CategoryWords categories) {
    Totals totals = coverage.totals();
    return new CoverageView(
        coverage.area(),
        row("", "", totals.workers(), totals.covered(), totals.few()),
        goal(coverage),
        coverage.parts().stream().map(part -> row(part, categories)).toList(),
        years(coverage.years()),
        coverage.ranking().stream().map(CoverageView::row).toList(),
        coverage.sample());
  }

  private static @Nullable Goal goal(AreaCoverage coverage) {
    Totals totals = coverage.totals();
    Long target = totals.target();
    if (target == null) {
      return null;
    }
    long missing = totals.few() ? 0 : Math.max(0, target - totals.covered());
    return new Goal(
        coverage.month().getYear(), number(target), missing == 0 ? "" : number(missing));
  }

  private static Row row(Part part, CategoryWords categories) {
    var category = part.category();
    String name = category == null ? "" : categories.name(category);
    return row("", name, part.workers(), part.covered(), false);
  }

  private static Row row(Place place) {
    return row(place.code(), place.name(), place.workers(), place.covered(), place.few());
  }

  private static Row row(String code, String name, long workers, long covered, boolean few) {
    return new Row(
        code,
        name,
        workers == 0 ? "" : number(workers),
        few ? "" : number(covered),
        few || workers == 0 ? "" : percent((double) covered / workers));
  }

  private static List<Growth> years(List<Year> years) {
    var shown = new ArrayList<Growth>();
    for (int i = 0; i < years.size(); i++) {
      Year year = years.get(i);
      long before = i == 0 ? 0 : years.get(i - 1).all();
      shown.add(
          new Growth(
              year.year(),
              year.together() ? "" : number(year.formal()),
              year.together() ? "" : number(year.informal()),
              number(year.all()),
              before == 0 ? "" : percent((double) year.all() / before - 1)));
    }
    return shown;
  }

  private static String number(long count) {
    return String.format(ID, "%,d", count);
  }

  private static String percent(double share) {
    return String.format(ID, "%.1f%%", 100 * share);
  }
}
