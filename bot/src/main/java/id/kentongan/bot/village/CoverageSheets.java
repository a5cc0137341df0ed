package id.kentongan.bot.village;

import id.kentongan.dialogs.content.CategoryWords;
import id.kentongan.dialogs.values.AreaCoverage;
import id.kentongan.dialogs.values.AreaCoverage.Part;
import id.kentongan.dialogs.values.AreaCoverage.Place;
import id.kentongan.dialogs.values.AreaCoverage.Year;
import id.kentongan.integrations.Villages.Village;
import id.kentongan.integrations.documents.Cell;
import id.kentongan.integrations.documents.Cell.Format;
import id.kentongan.integrations.documents.Sheet;
import java.util.ArrayList;
import java.util.List;

/// The sheets of a coverage workbook: by category, by year, in order of coverage, and all villages.
record CoverageSheets(Terms terms, CategoryWords categories) {
  private static final List<Integer> WIDTHS = List.of(30, 14, 14, 14, 14, 24, 24);

  List<Sheet> of(AreaCoverage coverage, List<Village> villages) {
    var sheets = new ArrayList<Sheet>();
    sheets.add(summary(coverage));
    sheets.add(years(coverage));
    sheets.add(ranking(coverage));
    if (!villages.isEmpty()) {
      sheets.add(all(villages));
    }
    return sheets;
  }

  private Sheet summary(AreaCoverage coverage) {
    var rows = new ArrayList<List<Cell>>();
    String sample = coverage.sample() ? ' ' + terms.say("sample") : "";
    rows.add(
        List.of(
            Cell.bold(coverage.area().name() + sample), Cell.words(Terms.month(coverage.month()))));
    rows.add(heads("part", "workers", "covered", "share"));
    for (Part part : coverage.parts()) {
      int row = rows.size() + 1;
      var category = part.category();
      String name = category == null ? terms.say("together") : categories.name(category);
      rows.add(
          List.of(
              Cell.words(name),
              Cell.whole(part.workers()),
              Cell.whole(part.covered()),
              share(row)));
    }
    total(coverage, rows);
    return new Sheet(terms.say("sheet.summary"), WIDTHS, rows);
  }

  private void total(AreaCoverage coverage, List<List<Cell>> rows) {
    int row = rows.size() + 1;
    boolean summed = !coverage.parts().isEmpty();
    rows.add(
        List.of(
            Cell.bold(terms.say("all")),
            summed ? sum("B", row) : Cell.whole(coverage.totals().workers()),
            coverage.totals().few()
                ? Cell.words(terms.say("few"))
                : summed ? sum("C", row) : Cell.whole(coverage.totals().covered()),
            coverage.totals().few() ? Cell.EMPTY : share(row)));
    Long target = coverage.totals().target();
    if (target != null) {
      rows.add(
          List.of(Cell.words(terms.say("target")), Cell.EMPTY, Cell.whole(target), Cell.EMPTY));
      if (!coverage.totals().few()) {
        rows.add(
            List.of(
                Cell.words(terms.say("missing")),
                Cell.EMPTY,
                new Cell.Formula("MAX(0,C%d-C%d)".formatted(row + 1, row), Format.WHOLE)));
      }
    }
  }

  private static Cell sum(String column, int row) {
    return new Cell.Formula("SUM(%1$s3:%1$s%2$d)".formatted(column, row - 1), Format.WHOLE);
  }

  private static Cell share(int row) {
    return new Cell.Formula("IF(B%1$d=0,0,C%1$d/B%1$d)".formatted(row), Format.SHARE);
  }

  private Sheet years(AreaCoverage coverage) {
    var rows = new ArrayList<List<Cell>>();
    rows.add(heads("year", "formal", "informal", "all", "growth"));
    for (Year year : coverage.years()) {
      int row = rows.size() + 1;
      Cell growth =
          row == 2
              ? Cell.EMPTY
              : new Cell.Formula(
                  "IF(D%1$d=0,0,D%2$d/D%1$d-1)".formatted(row - 1, row), Format.SHARE);
      rows.add(
          List.of(
              Cell.words(Integer.toString(year.year())),
              year.together() ? Cell.words("-") : Cell.whole(year.formal()),
              year.together() ? Cell.words("-") : Cell.whole(year.informal()),
              Cell.whole(year.all()),
              growth));
    }
    return new Sheet(terms.say("sheet.years"), WIDTHS, rows);
  }

  private Sheet ranking(AreaCoverage coverage) {
    var rows = new ArrayList<List<Cell>>();
    rows.add(heads("area", "workers", "covered", "share"));
    coverage.ranking().forEach(place -> rows.add(row(place, rows.size() + 1)));
    return new Sheet(terms.say("sheet.ranking"), WIDTHS, rows);
  }

  private Sheet all(List<Village> villages) {
    var rows = new ArrayList<List<Cell>>();
    rows.add(heads("village", "workers", "covered", "share", "code", "district", "regency"));
    for (Village village : villages) {
      var row = new ArrayList<>(row(village.place(), rows.size() + 1));
      row.add(Cell.words(village.place().code()));
      row.add(Cell.words(village.district()));
      row.add(Cell.words(village.regency()));
      rows.add(row);
    }
    return new Sheet(terms.say("sheet.villages"), WIDTHS, rows);
  }

  private List<Cell> row(Place place, int row) {
    return List.of(
        Cell.words(place.name()),
        Cell.whole(place.workers()),
        place.few() ? Cell.words(terms.say("few")) : Cell.whole(place.covered()),
        place.few() ? Cell.EMPTY : share(row));
  }

  private List<Cell> heads(String... keys) {
    var heads = new ArrayList<Cell>();
    for (String key : keys) {
      heads.add(Cell.bold(terms.say(key)));
    }
    return heads;
  }
}
