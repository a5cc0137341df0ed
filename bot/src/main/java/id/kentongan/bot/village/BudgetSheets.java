package id.kentongan.bot.village;

import id.kentongan.dialogs.content.CategoryWords;
import id.kentongan.dialogs.content.Tariffs;
import id.kentongan.dialogs.values.Budget;
import id.kentongan.dialogs.values.Programme;
import id.kentongan.dialogs.values.Rupiah;
import id.kentongan.dialogs.values.Sector;
import id.kentongan.integrations.documents.Cell;
import id.kentongan.integrations.documents.Cell.Format;
import id.kentongan.integrations.documents.Sheet;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/// The sheets of a budget, all figures worked out by formulas from the rates, the number of people
/// and each month's discount, so that the meeting can change them.
record BudgetSheets(Terms terms, CategoryWords categories, Tariffs tariffs) {
  private static final List<Integer> WIDTHS = List.of(30, 14, 18, 16, 16, 18, 16, 18, 18);
  private static final int HEAD = 7;

  List<Sheet> of(Budget budget, List<String> notes) {
    int last = HEAD + budget.groups().size();
    return List.of(groups(budget, notes, last), months(budget, last));
  }

  private Sheet groups(Budget budget, List<String> notes, int last) {
    Tariffs.Tariff tariff = tariffs.tariff(budget.first());
    var rows = new ArrayList<List<Cell>>();
    rows.add(List.of(Cell.bold(terms.say("budget.title"))));
    rows.add(List.of());
    rows.add(rate("budget.jkk", chosen(budget, Programme.JKK) ? tariff.jkk() : BigDecimal.ZERO));
    rows.add(
        List.of(
            Cell.words(terms.say("budget.jkm")),
            Cell.rupiah(chosen(budget, Programme.JKM) ? tariff.jkm().amount() : 0)));
    rows.add(rate("budget.jht", chosen(budget, Programme.JHT) ? tariff.jht() : BigDecimal.ZERO));
    rows.add(List.of());
    rows.add(
        List.of(
            head("part"),
            head("people"),
            head("budget.base"),
            head("budget.jkk-month"),
            head("budget.jkm-month"),
            head("budget.protection"),
            head("budget.jht-month"),
            head("budget.each"),
            head("budget.cost")));
    budget.groups().forEach(group -> rows.add(group(group, budget, rows.size() + 1)));
    int total = last + 1;
    rows.add(
        List.of(
            Cell.bold(terms.say("all")),
            formula("SUM(B%d:B%d)".formatted(HEAD + 1, last), Format.WHOLE),
            Cell.EMPTY,
            Cell.EMPTY,
            Cell.EMPTY,
            Cell.EMPTY,
            Cell.EMPTY,
            Cell.EMPTY,
            formula("SUM(I%d:I%d)".formatted(HEAD + 1, last), Format.RUPIAH)));
    end(budget, notes, rows, total);
    return new Sheet("Anggaran", WIDTHS, rows);
  }

  private void end(Budget budget, List<String> notes, List<List<Cell>> rows, int total) {
    rows.add(List.of());
    rows.add(
        List.of(
            Cell.bold(terms.say("budget.total")),
            formula("SUM(Bulanan!C2:C%d)".formatted(budget.months() + 1), Format.RUPIAH)));
    Rupiah available = budget.available();
    rows.add(
        List.of(
            Cell.words(terms.say("budget.available")),
            available == null ? Cell.EMPTY : Cell.rupiah(available.amount())));
    rows.add(
        List.of(
            Cell.words(terms.say("budget.rest")),
            formula(
                "IF(B%1$d=\"\",\"\",B%1$d-B%2$d)".formatted(total + 3, total + 2), Format.RUPIAH)));
    rows.add(List.of());
    notes.forEach(note -> rows.add(List.of(Cell.words(note))));
  }

  private List<Cell> group(Budget.Group group, Budget budget, int row) {
    long base = tariffs.base(group.monthly(), budget.first()).amount();
    return List.of(
        Cell.words(categories.name(group.category())),
        Cell.whole(group.people()),
        Cell.rupiah(base),
        formula("C%d*$B$3".formatted(row), Format.RUPIAH),
        formula("$B$4", Format.RUPIAH),
        formula("D%1$d+E%1$d".formatted(row), Format.RUPIAH),
        formula("C%d*$B$5".formatted(row), Format.RUPIAH),
        formula("F%1$d+G%1$d".formatted(row), Format.RUPIAH),
        formula("B%1$d*H%1$d".formatted(row), Format.RUPIAH));
  }

  private Sheet months(Budget budget, int last) {
    boolean granted = tariffs.granted(budget.payer()) == Tariffs.Granted.YES;
    var rows = new ArrayList<List<Cell>>();
    rows.add(List.of(head("month"), head("budget.discount"), head("budget.cost")));
    for (int i = 0; i < budget.months(); i++) {
      YearMonth month = budget.first().plusMonths(i);
      double share =
          granted
              ? tariffs.discount(Sector.OTHER, month).map(d -> d.share().doubleValue()).orElse(0.0)
              : 0;
      String cost =
          "SUMPRODUCT(Anggaran!$B$%1$d:$B$%2$d,Anggaran!$F$%1$d:$F$%2$d*(1-B%3$d)+Anggaran!$G$%1$d:$G$%2$d)"
              .formatted(HEAD + 1, last, rows.size() + 1);
      rows.add(
          List.of(
              Cell.words(Terms.month(month)),
              new Cell.Amount(share, Format.RATE),
              formula(cost, Format.RUPIAH)));
    }
    return new Sheet("Bulanan", List.of(22, 14, 20), rows);
  }

  private List<Cell> rate(String key, BigDecimal rate) {
    return List.of(Cell.words(terms.say(key)), new Cell.Amount(rate.doubleValue(), Format.RATE));
  }

  private static boolean chosen(Budget budget, Programme programme) {
    return budget.programmes().contains(programme);
  }

  private Cell head(String key) {
    return Cell.bold(terms.say(key));
  }

  private static Cell formula(String expression, Format format) {
    return new Cell.Formula(expression, format);
  }
}
