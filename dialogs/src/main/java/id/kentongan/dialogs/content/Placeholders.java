package id.kentongan.dialogs.content;

import id.kentongan.dialogs.values.Programme;
import id.kentongan.dialogs.values.Rupiah;
import id.kentongan.dialogs.values.Sector;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The figures that an answer's text may name instead of writing them, worked out for one month.
///
/// - `price.<sector>.<n>`: a month in the lowest band, `n` 2 (JKK, JKM) or 3 (and JHT); `.full`
///   without the discount, `.next` in the first month after the discount's end
/// - `discount.<sector>.share`, `.last`, `.next`: how much, its last month, the month after;
///   without a value when there is none, so that an answer naming them must end with it
/// - `month`, `income.least`, `jkk.rate`, `jkm.price`, `jht.rate`, `jht.least`, `periods`
/// - `jkm.full`, `jkm.grant`, `jkm.periodic`, `jkm.funeral`, `jkm.months`, `age.limit`
/// - `controller`: who is responsible for the data
///
/// `<sector>` is `transport` or `other`.
public record Placeholders(Tariffs tariffs, Rules rules, YearMonth now) {
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM yyyy", Locale.of("id"));

  /// The text with every placeholder filled. One that has no value is a bug: `check` finds them.
  public static String fill(String text, Tariffs tariffs, Rules rules, YearMonth now) {
    return new Placeholders(tariffs, rules, now).fill(text);
  }

  public String fill(String text) {
    return Template.fill(
        text,
        name ->
            value(name)
                .orElseThrow(
                    () -> new IllegalArgumentException("no value for {" + name + "} in " + now)));
  }

  /// The figure of a name; empty for a name not known, or that has no value this month.
  public Optional<String> value(String name) {
    if (!tariffs.covers(now)) {
      return Optional.empty();
    }
    List<String> parts = List.of(name.split("\\.", -1));
    return switch (parts.getFirst()) {
      case "price" -> price(parts);
      case "discount" -> discount(parts);
      default -> rule(name);
    };
  }

  private Optional<String> rule(String name) {
    Tariffs.Tariff tariff = tariffs.tariff(now);
    Rules.Death death = rules.death();
    return switch (name) {
      case "month" -> Optional.of(MONTH.format(now));
      case "income.least" -> Optional.of(tariff.bands().getFirst().base().toString());
      case "jkk.rate" -> Optional.of(percent(tariff.jkk()));
      case "jkm.price" -> Optional.of(tariff.jkm().toString());
      case "jht.rate" -> Optional.of(percent(tariff.jht()));
      case "jht.least" -> Optional.of(least(tariff));
      case "periods" -> Optional.of(listed(tariff.periods()));
      case "jkm.full" -> Optional.of(death.full().toString());
      case "jkm.grant" -> Optional.of(death.grant().toString());
      case "jkm.periodic" -> Optional.of(death.periodic().toString());
      case "jkm.funeral" -> Optional.of(death.funeral().toString());
      case "jkm.months" -> Optional.of(Integer.toString(death.fullAfterMonths()));
      case "controller" -> Optional.of(rules.consent().controller());
      case "age.limit" -> Optional.of(Integer.toString(rules.enrolment().ageLimit()));
      default -> Optional.empty();
    };
  }

  private String least(Tariffs.Tariff tariff) {
    Rupiah base = tariff.bands().getFirst().base();
    var month = tariffs.price(Sector.OTHER, base, Programme.all(), now, 1).months().getFirst();
    return month.jht().toString();
  }

  private Optional<String> price(List<String> parts) {
    Optional<Sector> sector = sector(parts);
    if (sector.isEmpty() || parts.size() > 4) {
      return Optional.empty();
    }
    Set<Programme> programmes;
    switch (parts.size() > 2 ? parts.get(2) : "") {
      case "2" -> programmes = Programme.basic();
      case "3" -> programmes = Programme.all();
      default -> {
        return Optional.empty();
      }
    }
    String when = parts.size() == 4 ? parts.get(3) : "";
    return switch (when) {
      case "" -> Optional.of(price(tariffs, sector.get(), programmes, now));
      case "full" ->
          Optional.of(
              price(new Tariffs(tariffs.tariffs(), List.of()), sector.get(), programmes, now));
      case "next" -> next(sector.get()).map(m -> price(tariffs, sector.get(), programmes, m));
      default -> Optional.empty();
    };
  }

  private static String price(
      Tariffs tariffs, Sector sector, Set<Programme> programmes, YearMonth month) {
    Rupiah least = tariffs.tariff(month).bands().getFirst().base();
    return tariffs.price(sector, least, programmes, month, 1).total().toString();
  }

  private Optional<String> discount(List<String> parts) {
    Optional<Tariffs.Discount> discount = sector(parts).flatMap(s -> tariffs.discount(s, now));
    if (discount.isEmpty() || parts.size() != 3) {
      return Optional.empty();
    }
    return switch (parts.get(2)) {
      case "share" -> Optional.of(percent(discount.get().share()));
      case "last" -> Optional.of(MONTH.format(discount.get().until()));
      case "next" -> next(discount.get().sector()).map(MONTH::format);
      default -> Optional.empty();
    };
  }

  private Optional<YearMonth> next(Sector sector) {
    return tariffs.discount(sector, now).map(d -> d.until().plusMonths(1)).filter(tariffs::covers);
  }

  private static Optional<Sector> sector(List<String> parts) {
    return switch (parts.size() > 1 ? parts.get(1) : "") {
      case "transport" -> Optional.of(Sector.TRANSPORT);
      case "other" -> Optional.of(Sector.OTHER);
      default -> Optional.empty();
    };
  }

  private static String percent(BigDecimal share) {
    return share.movePointRight(2).stripTrailingZeros().toPlainString().replace('.', ',') + "%";
  }

  private static String listed(List<Integer> numbers) {
    return numbers.stream()
            .limit(numbers.size() - 1L)
            .map(n -> Integer.toString(n))
            .collect(Collectors.joining(", "))
        + (numbers.size() > 1 ? " atau " : "")
        + numbers.getLast();
  }
}
