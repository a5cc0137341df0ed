package id.kentongan.dialogs.mind.village;

import id.kentongan.dialogs.mind.answer.Contribution;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.values.Budget;
import id.kentongan.dialogs.values.Payer;
import id.kentongan.dialogs.values.Programme;
import id.kentongan.dialogs.values.Rupiah;
import id.kentongan.dialogs.values.WorkerCategory;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What was told of a budget, kept among the conversation's facts so that the next message may
/// change one thing of it.
public final class BudgetFacts {
  private static final String PEOPLE = "budget.people";
  private static final String MONTHS = "budget.months";
  private static final String FIRST = "budget.first";
  private static final String PROGRAMMES = "budget.programmes";
  private static final String INCOME = "budget.income";
  private static final String AVAILABLE = "budget.available";
  private static final String PAYER = "budget.payer";
  private static final List<String> ALL =
      List.of(PEOPLE, MONTHS, FIRST, PROGRAMMES, INCOME, AVAILABLE, PAYER);
  private static final int YEAR = 12;

  private BudgetFacts() {}

  /// Another budget begins.
  static void anew(Scene scene) {
    ALL.forEach(scene::forget);
  }

  static void learn(Scene scene, BudgetTold told) {
    if (!told.people().isEmpty()) {
      scene.remember(PEOPLE, written(told.people()));
      scene.forget(AVAILABLE);
    } else if (told.available() != null) {
      scene.forget(PEOPLE);
    }
    told.months().ifPresent(n -> scene.remember(MONTHS, n.toString()));
    told.first().ifPresent(month -> scene.remember(FIRST, month.toString()));
    told.programmes().ifPresent(p -> scene.remember(PROGRAMMES, Contribution.named(p)));
    told.payer().ifPresent(payer -> scene.remember(PAYER, payer.name()));
    remember(scene, INCOME, told.income());
    remember(scene, AVAILABLE, told.available());
  }

  private static void remember(Scene scene, String fact, @Nullable Rupiah amount) {
    if (amount != null) {
      scene.remember(fact, Long.toString(amount.amount()));
    }
  }

  /// The budget as far as told, the rest as usual: a year from January, or shorter from next month,
  /// JKK and JKM, the lowest band, the village's money. Empty while no people are told.
  static Optional<Budget> budget(Scene scene) {
    var groups = new ArrayList<Budget.Group>();
    people(scene).forEach((who, n) -> groups.add(new Budget.Group(who, n, income(scene))));
    return groups.isEmpty() ? Optional.empty() : Optional.of(with(scene, groups));
  }

  /// How many of each kind were told.
  static Map<WorkerCategory, Integer> people(Scene scene) {
    var people = new EnumMap<WorkerCategory, Integer>(WorkerCategory.class);
    String told = scene.fact(PEOPLE);
    if (told != null) {
      for (String group : told.split(",")) {
        String[] parts = group.split(":", 2);
        people.put(WorkerCategory.valueOf(parts[0]), Integer.valueOf(parts[1]));
      }
    }
    return people;
  }

  /// The same plan for one vulnerable worker: what money is enough for is reckoned by it.
  static Budget forOne(Scene scene) {
    return with(scene, List.of(new Budget.Group(WorkerCategory.VULNERABLE, 1, income(scene))));
  }

  public static @Nullable Rupiah available(Scene scene) {
    String told = scene.fact(AVAILABLE);
    return told == null ? null : new Rupiah(Long.parseLong(told));
  }

  /// What was taken as usual stays when something else is changed.
  static void keep(Scene scene, Budget budget) {
    scene.remember(FIRST, budget.first().toString());
  }

  static void people(Scene scene, int vulnerable) {
    scene.remember(PEOPLE, written(Map.of(WorkerCategory.VULNERABLE, vulnerable)));
  }

  private static Budget with(Scene scene, List<Budget.Group> groups) {
    String told = scene.fact(MONTHS);
    int months = told == null ? YEAR : Integer.parseInt(told);
    return new Budget(
        groups, programmes(scene), first(scene, months), months, payer(scene), available(scene));
  }

  private static YearMonth first(Scene scene, int months) {
    YearMonth usual =
        months >= YEAR
            ? YearMonth.of(scene.month().getYear() + 1, Month.JANUARY)
            : scene.month().plusMonths(1);
    String told = scene.fact(FIRST);
    YearMonth first = told == null ? usual : YearMonth.parse(told);
    return first.isBefore(scene.month()) ? usual : first;
  }

  private static Rupiah income(Scene scene) {
    String told = scene.fact(INCOME);
    return told == null
        ? scene.content().tariffs().tariff(scene.month()).bands().getFirst().base()
        : new Rupiah(Long.parseLong(told));
  }

  private static Payer payer(Scene scene) {
    String told = scene.fact(PAYER);
    return told == null ? Payer.VILLAGE : Payer.valueOf(told);
  }

  private static Set<Programme> programmes(Scene scene) {
    String told = scene.fact(PROGRAMMES);
    return told == null
        ? Programme.basic()
        : List.of(told.split(",")).stream()
            .map(Programme::valueOf)
            .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String written(Map<WorkerCategory, Integer> people) {
    var ordered = new EnumMap<WorkerCategory, Integer>(WorkerCategory.class);
    ordered.putAll(people);
    return ordered.entrySet().stream()
        .map(e -> e.getKey().name() + ':' + e.getValue())
        .collect(Collectors.joining(","));
  }
}
