package id.kentongan.dialogs.mind.village;

import id.kentongan.dialogs.content.BudgetCost;
import id.kentongan.dialogs.content.CategoryWords;
import id.kentongan.dialogs.mind.scene.Prices;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.values.Budget;
import id.kentongan.dialogs.values.Payer;
import id.kentongan.dialogs.values.Programme;
import id.kentongan.dialogs.values.Rupiah;
import id.kentongan.dialogs.values.WorkerCategory;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Puts a budget into a few lines: the total, each month where it changes, and what is in doubt.
final class BudgetText {
  private static final Set<WorkerCategory> PERHAPS_WAGED =
      Set.of(WorkerCategory.STAFF, WorkerCategory.BPD, WorkerCategory.LKD);

  private BudgetText() {}

  static String of(Scene scene, Budget budget, BudgetCost cost) {
    var lines = new ArrayList<String>();
    YearMonth last = cost.months().getLast().month();
    lines.add(
        scene.words(
            "village.budget.total",
            "kelompok",
            groups(scene, budget),
            "n",
            Integer.toString(budget.months()),
            "masa",
            span(scene, budget.first(), last),
            "program",
            budget.programmes().stream()
                .sorted()
                .map(Programme::name)
                .collect(Collectors.joining(" + ")),
            "total",
            cost.total().toString()));
    months(scene, cost, lines);
    left(scene, budget, cost, lines);
    doubts(scene, budget, cost, lines);
    return String.join("\n", lines);
  }

  static String groups(Scene scene, Budget budget) {
    var categories = new CategoryWords(scene.content().words());
    return budget.groups().stream()
        .map(
            group ->
                group.category() == WorkerCategory.OTHER
                    ? scene.words("village.budget.people", "n", count(group))
                    : count(group) + ' ' + categories.name(group.category()))
        .collect(Collectors.joining(", "));
  }

  private static String count(Budget.Group group) {
    return CoverageText.number(group.people());
  }

  private static void months(Scene scene, BudgetCost cost, List<String> lines) {
    int from = 0;
    List<BudgetCost.Month> months = cost.months();
    for (int i = 1; i <= months.size(); i++) {
      if (i == months.size() || !months.get(i).total().equals(months.get(from).total())) {
        lines.add(
            scene.words(
                "village.budget.month",
                "masa",
                span(scene, months.get(from).month(), months.get(i - 1).month()),
                "harga",
                months.get(from).total().toString()));
        from = i;
      }
    }
  }

  private static String span(Scene scene, YearMonth first, YearMonth last) {
    return first.equals(last)
        ? Prices.month(first)
        : scene.words("price.span", "dari", Prices.month(first), "sampai", Prices.month(last));
  }

  private static void left(Scene scene, Budget budget, BudgetCost cost, List<String> lines) {
    Rupiah available = budget.available();
    if (available != null) {
      long rest = available.amount() - cost.total().amount();
      lines.add(
          scene.words(
              rest >= 0 ? "village.budget.left" : "village.budget.short",
              "anggaran",
              available.toString(),
              "sisa",
              new Rupiah(Math.abs(rest)).toString()));
    }
  }

  private static void doubts(Scene scene, Budget budget, BudgetCost cost, List<String> lines) {
    Rupiah discounted = cost.discounted();
    String payer = budget.payer().name().toLowerCase(Locale.ROOT);
    if (discounted != null) {
      lines.add(scene.words("village.budget.doubt." + payer, "total", discounted.toString()));
    } else if (budget.payer() == Payer.GOVERNMENT) {
      lines.add(scene.words("village.budget.refused"));
    }
    if (budget.groups().stream().anyMatch(g -> PERHAPS_WAGED.contains(g.category()))) {
      lines.add(scene.words("village.budget.waged"));
    }
  }
}
