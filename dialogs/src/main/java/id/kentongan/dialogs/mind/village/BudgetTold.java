package id.kentongan.dialogs.mind.village;

import id.kentongan.dialogs.content.CategoryWords;
import id.kentongan.dialogs.ear.Understood;
import id.kentongan.dialogs.ear.parse.Counts;
import id.kentongan.dialogs.mind.answer.Contribution;
import id.kentongan.dialogs.mind.heard.Facts;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.values.Budget;
import id.kentongan.dialogs.values.Payer;
import id.kentongan.dialogs.values.Programme;
import id.kentongan.dialogs.values.Rupiah;
import id.kentongan.dialogs.values.WorkerCategory;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a message tells of a budget: `100 pekerja rentan setahun dari ADD`, `12 perangkat, 9 bpd
/// dan 34 rt rw`, `uang 10 juta cukup berapa orang`.
record BudgetTold(
    Map<WorkerCategory, Integer> people,
    Optional<Integer> months,
    Optional<YearMonth> first,
    Optional<Set<Programme>> programmes,
    @Nullable Rupiah income,
    @Nullable Rupiah available,
    Optional<Payer> payer) {
  private static final int LONGEST = 600;
  private static final long TO_A_YEAR_S_END = 12;

  static BudgetTold of(Scene scene, Understood told) {
    String whole = told.text();
    String text = whole.substring(0, Math.min(LONGEST, whole.length()));
    Set<String> words = Set.copyOf(words(text));
    var money = scene.content().parsers().clearMoney(text);
    Rupiah amount = money.size() == 1 ? money.getFirst().amount() : null;
    boolean earned = words.stream().anyMatch(scene.heard("village.budget.income-words")::contains);
    var named = Contribution.month(scene, text);
    Optional<Integer> months = months(scene, text, named);
    Optional<YearMonth> year =
        named.isEmpty() && months.isEmpty() ? laterYear(scene, text) : Optional.empty();
    return new BudgetTold(
        people(scene, text),
        year.isPresent() ? Optional.of((int) TO_A_YEAR_S_END) : months,
        named.or(() -> year),
        Facts.of(scene, told).programmes(),
        earned ? amount : null,
        earned ? null : amount,
        payer(scene, words));
  }

  /// With those who were told before: `tambah 10 nelayan`.
  BudgetTold beside(Map<WorkerCategory, Integer> before) {
    if (people.isEmpty()) {
      return this;
    }
    var all = new EnumMap<WorkerCategory, Integer>(WorkerCategory.class);
    all.putAll(before);
    people.forEach(
        (category, n) ->
            all.merge(category, n, (one, two) -> Math.min(one + two, Budget.MOST_PEOPLE)));
    return new BudgetTold(all, months, first, programmes, income, available, payer);
  }

  boolean empty() {
    return people.isEmpty()
        && months.isEmpty()
        && first.isEmpty()
        && programmes.isEmpty()
        && income == null
        && available == null;
  }

  private static Map<WorkerCategory, Integer> people(Scene scene, String text) {
    var categories = new CategoryWords(scene.content().words());
    var people = new EnumMap<WorkerCategory, Integer>(WorkerCategory.class);
    for (Counts.Count count : scene.content().parsers().counts(text)) {
      category(categories, count)
          .ifPresent(
              category -> {
                if (count.number() > 0 && count.number() <= Budget.MOST_PEOPLE) {
                  people.merge(category, (int) count.number(), Math::max);
                }
              });
    }
    return people;
  }

  /// By the words after a number (`100 pekerja rentan`), else before it (`kader 20 orang`).
  private static Optional<WorkerCategory> category(CategoryWords categories, Counts.Count count) {
    Optional<WorkerCategory> after = categories.beginning(count.after());
    if (after.isEmpty() || after.get() != WorkerCategory.OTHER) {
      return after;
    }
    if (count.after().size() > 1) {
      var next = categories.beginning(count.after().subList(1, count.after().size()));
      if (next.isPresent() && next.get() != WorkerCategory.OTHER) {
        return next;
      }
    }
    for (int from = 0; from < count.before().size(); from++) {
      var before = categories.beginning(count.before().subList(from, count.before().size()));
      if (before.isPresent() && before.get() != WorkerCategory.OTHER) {
        return before;
      }
    }
    return after;
  }

  private static Optional<Integer> months(Scene scene, String text, Optional<YearMonth> first) {
    List<Integer> told = scene.content().parsers().clearMonths(text);
    if (told.size() == 1 && told.getFirst() >= 1 && told.getFirst() <= Budget.MOST_MONTHS) {
      return Optional.of(told.getFirst());
    }
    boolean until =
        words(text).stream().anyMatch(scene.heard("village.budget.until-words")::contains)
            && words(text).stream().anyMatch(word -> lastMonth(scene, word));
    return first.filter(_ -> until).map(m -> (int) (TO_A_YEAR_S_END - m.getMonthValue() + 1));
  }

  /// The January of a year to come that is named without a month: `dana desa 2027`.
  private static Optional<YearMonth> laterYear(Scene scene, String text) {
    return words(text).stream()
        .filter(word -> word.matches("20[0-9][0-9]"))
        .map(word -> YearMonth.of(Integer.parseInt(word), Month.JANUARY))
        .filter(january -> january.isAfter(scene.month()))
        .findFirst();
  }

  private static boolean lastMonth(Scene scene, String word) {
    return scene.content().parsers().month(word).filter(m -> m == TO_A_YEAR_S_END).isPresent();
  }

  private static Optional<Payer> payer(Scene scene, Set<String> words) {
    for (Payer payer : Payer.values()) {
      String key = "village.budget.payer-words." + payer.name().toLowerCase(Locale.ROOT);
      if (words.stream().anyMatch(scene.heard(key)::contains)) {
        return Optional.of(payer);
      }
    }
    return Optional.empty();
  }

  private static List<String> words(String text) {
    var words = new ArrayList<String>();
    Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
        .filter(w -> !w.isEmpty())
        .forEach(words::add);
    return words;
  }
}
