package id.kentongan.bot.village;

import id.kentongan.bot.made.Drawn;
import id.kentongan.dialogs.content.CategoryWords;
import id.kentongan.dialogs.content.Words;
import id.kentongan.dialogs.talk.DrawnAs;
import id.kentongan.dialogs.values.AreaCoverage;
import id.kentongan.dialogs.values.AreaCoverage.Part;
import id.kentongan.dialogs.values.AreaCoverage.Place;
import id.kentongan.dialogs.values.AreaCoverage.Totals;
import id.kentongan.integrations.Villages.Village;
import id.kentongan.integrations.documents.BarChart;
import id.kentongan.integrations.documents.Page;
import id.kentongan.integrations.documents.Pdf;
import id.kentongan.integrations.documents.Png;
import id.kentongan.integrations.documents.Xlsx;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Draws the coverage of an area: bars by category or by what lies below, a page, a workbook.
public final class CoverageDrawing {
  private static final int BARS = 8;

  private final Terms terms;
  private final CategoryWords categories;

  public CoverageDrawing(Words words) {
    this.terms = new Terms(words);
    this.categories = new CategoryWords(words);
  }

  public Drawn draw(AreaCoverage coverage, List<Village> villages, DrawnAs form) {
    String name = "cakupan " + coverage.area().name();
    return switch (form) {
      case PICTURE -> Drawn.of(name, ".png", Png.TYPE, Png.bytes(chart(coverage)));
      case PAGE -> Drawn.of(name, ".pdf", Pdf.TYPE, Pdf.bytes(page(coverage)));
      case SHEET -> Drawn.of(name, ".xlsx", Xlsx.TYPE, workbook(coverage, villages));
    };
  }

  /// How large its picture is, so that a page leaves the room before it comes.
  public Png.Size size(AreaCoverage coverage) {
    return Png.size(chart(coverage));
  }

  /// The workbook with every village, as a report.
  public byte[] workbook(AreaCoverage coverage, List<Village> villages) {
    return Xlsx.bytes(new CoverageSheets(terms, categories).of(coverage, villages));
  }

  private BarChart chart(AreaCoverage coverage) {
    Totals totals = coverage.totals();
    Long target = totals.target();
    double mark = target == null || totals.workers() == 0 ? 0 : (double) target / totals.workers();
    var bars = new ArrayList<BarChart.Bar>();
    bars.add(bar(terms.say("all"), totals.workers(), totals.covered(), totals.few(), true));
    if (coverage.area().code().length() < 13) {
      coverage.ranking().stream().limit(BARS).map(this::bar).forEach(bars::add);
    } else {
      coverage.parts().stream().map(this::bar).forEach(bars::add);
    }
    String note =
        mark == 0 ? terms.say("no-target") : terms.say("mark", "persen", Terms.percent(mark));
    return new BarChart(title(coverage), subtitle(coverage), bars, mark, note);
  }

  private BarChart.Bar bar(Place place) {
    return bar(place.name(), place.workers(), place.covered(), place.few(), false);
  }

  private BarChart.Bar bar(Part part) {
    return bar(label(part), part.workers(), part.covered(), false, false);
  }

  private BarChart.Bar bar(String label, long workers, long covered, boolean few, boolean own) {
    double share = workers == 0 ? 0 : (double) covered / workers;
    String figure =
        few
            ? terms.say("few")
            : terms.say(
                "of",
                "peserta",
                Terms.number(covered),
                "pekerja",
                Terms.number(workers),
                "persen",
                Terms.percent(share));
    return new BarChart.Bar(label, share, figure, own);
  }

  private String label(Part part) {
    var category = part.category();
    return category == null ? terms.say("together") : categories.name(category);
  }

  private Page page(AreaCoverage coverage) {
    BarChart chart = chart(coverage);
    List<List<String>> rows =
        chart.bars().stream().map(bar -> List.of(bar.label(), bar.figure())).toList();
    return new Page(
        chart.title(),
        List.of(
            new Page.Words(chart.subtitle()),
            new Page.Table(List.of(terms.say("part"), terms.say("covered")), rows),
            new Page.Words(chart.note())));
  }

  private String title(AreaCoverage coverage) {
    return terms.say(
        "title." + (coverage.area().code().length() == 13 ? "village" : "area"),
        "nama",
        coverage.area().name());
  }

  private String subtitle(AreaCoverage coverage) {
    String where =
        Stream.concat(
                Stream.of(Terms.month(coverage.month())), coverage.area().above().stream().limit(2))
            .collect(Collectors.joining(", "));
    return coverage.sample() ? terms.say("sample") + ' ' + where : where;
  }
}
