package id.kentongan.bot.village;

import id.kentongan.bot.made.Drawn;
import id.kentongan.dialogs.content.BudgetCost;
import id.kentongan.dialogs.content.CategoryWords;
import id.kentongan.dialogs.content.Content;
import id.kentongan.dialogs.content.Tariffs;
import id.kentongan.dialogs.talk.DrawnAs;
import id.kentongan.dialogs.values.Budget;
import id.kentongan.dialogs.values.Programme;
import id.kentongan.dialogs.values.Rupiah;
import id.kentongan.integrations.documents.Page;
import id.kentongan.integrations.documents.Pdf;
import id.kentongan.integrations.documents.Xlsx;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Draws what a budget comes to: a page to print for the meeting, a workbook to go on reckoning in.
final class BudgetDrawing {
  private final Content content;
  private final Terms terms;
  private final CategoryWords categories;

  BudgetDrawing(Content content) {
    this.content = content;
    this.terms = new Terms(content.words());
    this.categories = new CategoryWords(content.words());
  }

  Drawn draw(Budget budget, DrawnAs form) {
    Tariffs tariffs = content.tariffs();
    BudgetCost cost = BudgetCost.of(tariffs, budget);
    String name = "anggaran " + budget.people() + " orang";
    return switch (form) {
      case SHEET ->
          Drawn.of(
              name,
              ".xlsx",
              Xlsx.TYPE,
              Xlsx.bytes(
                  new BudgetSheets(terms, categories, tariffs).of(budget, doubts(budget, cost))));
      case PAGE, PICTURE -> Drawn.of(name, ".pdf", Pdf.TYPE, Pdf.bytes(page(budget, cost)));
    };
  }

  private Page page(Budget budget, BudgetCost cost) {
    var blocks = new ArrayList<Page.Block>();
    String programmes =
        budget.programmes().stream()
            .sorted()
            .map(Programme::name)
            .collect(Collectors.joining(" + "));
    blocks.add(
        new Page.Words(
            terms.say(
                "budget.for",
                "n",
                Integer.toString(budget.months()),
                "dari",
                Terms.month(budget.first()),
                "sampai",
                Terms.month(cost.months().getLast().month()),
                "program",
                programmes)));
    blocks.add(groups(budget, cost));
    blocks.add(months(cost));
    Rupiah available = budget.available();
    if (available != null) {
      long left = available.amount() - cost.total().amount();
      blocks.add(
          new Page.Words(
              terms.say(
                  left >= 0 ? "budget.left" : "budget.short",
                  "anggaran",
                  available.toString(),
                  "sisa",
                  new Rupiah(Math.abs(left)).toString())));
    }
    doubts(budget, cost).stream().map(Page.Words::new).forEach(blocks::add);
    return new Page(terms.say("budget.title"), blocks);
  }

  private Page.Table groups(Budget budget, BudgetCost cost) {
    var rows = new ArrayList<List<String>>();
    for (int i = 0; i < budget.groups().size(); i++) {
      Budget.Group group = budget.groups().get(i);
      rows.add(
          List.of(
              categories.name(group.category()),
              Terms.number(group.people()),
              cost.months().getFirst().each().get(i).toString()));
    }
    return new Page.Table(
        List.of(terms.say("part"), terms.say("people"), terms.say("budget.each")), rows);
  }

  private Page.Table months(BudgetCost cost) {
    var rows = new ArrayList<List<String>>();
    cost.months().forEach(m -> rows.add(List.of(Terms.month(m.month()), m.total().toString())));
    rows.add(List.of(terms.say("budget.total"), cost.total().toString()));
    return new Page.Table(List.of(terms.say("month"), terms.say("budget.cost")), rows);
  }

  private List<String> doubts(Budget budget, BudgetCost cost) {
    var doubts = new ArrayList<String>();
    Rupiah discounted = cost.discounted();
    if (discounted != null) {
      doubts.add(terms.say("budget.doubt", "total", discounted.toString()));
    }
    boolean waged =
        budget.groups().stream()
            .anyMatch(g -> List.of("STAFF", "BPD", "LKD").contains(g.category().name()));
    if (waged) {
      doubts.add(terms.say("budget.waged"));
    }
    String payer = budget.payer().name().toLowerCase(Locale.ROOT);
    doubts.add(terms.say("budget.payer." + payer));
    return doubts;
  }
}
