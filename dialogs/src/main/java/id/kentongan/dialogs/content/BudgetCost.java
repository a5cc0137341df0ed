package id.kentongan.dialogs.content;

import id.kentongan.dialogs.values.Budget;
import id.kentongan.dialogs.values.Budget.Group;
import id.kentongan.dialogs.values.Rupiah;
import id.kentongan.dialogs.values.Sector;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a budget comes to, month by month. The full price is reckoned with unless it is known that
/// the discount holds for the payer; `discounted` is the total with it where that is not known and
/// makes a difference.
public record BudgetCost(List<Month> months, Rupiah total, @Nullable Rupiah discounted) {
  public BudgetCost {
    months = List.copyOf(months);
  }

  /// A month: the price of one worker of each group, in their order, and of all together.
  public record Month(YearMonth month, List<Rupiah> each, Rupiah total) {}

  public static BudgetCost of(Tariffs tariffs, Budget budget) {
    Tariffs.Granted granted = tariffs.granted(budget.payer());
    BudgetCost cost = priced(tariffs.reckoned(budget.payer()), budget);
    Rupiah less = priced(tariffs, budget).total();
    boolean doubt = granted == Tariffs.Granted.UNKNOWN && !less.equals(cost.total());
    return new BudgetCost(cost.months(), cost.total(), doubt ? less : null);
  }

  private static BudgetCost priced(Tariffs tariffs, Budget budget) {
    var months = new ArrayList<Month>();
    Rupiah total = Rupiah.ZERO;
    for (int i = 0; i < budget.months(); i++) {
      YearMonth month = budget.first().plusMonths(i);
      List<Rupiah> each =
          budget.groups().stream().map(group -> one(tariffs, budget, group, month)).toList();
      Rupiah all = Rupiah.ZERO;
      for (int g = 0; g < each.size(); g++) {
        all = all.plus(each.get(g).times(budget.groups().get(g).people()));
      }
      months.add(new Month(month, each, all));
      total = total.plus(all);
    }
    return new BudgetCost(months, total, null);
  }

  private static Rupiah one(Tariffs tariffs, Budget budget, Group group, YearMonth month) {
    return tariffs.price(Sector.OTHER, group.monthly(), budget.programmes(), month, 1).total();
  }

  /// What one worker of the first group costs over all months.
  public Rupiah eachInAll() {
    return months.stream().map(m -> m.each().getFirst()).reduce(Rupiah.ZERO, Rupiah::plus);
  }
}
