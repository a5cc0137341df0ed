package id.kentongan.dialogs.mind.heard;

import id.kentongan.dialogs.mind.scene.Prices;
import id.kentongan.dialogs.mind.scene.Scene;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The days that words mean, from the first up to but without `until`: `bulan lalu`, `november`,
/// `dari januari`; this month where none are told. `label` is how it is said.
public record Period(LocalDate from, LocalDate until, String label) {
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)20\\d\\d(?!\\d)");

  public static Period of(Scene scene, String text) {
    String said = text.toLowerCase(Locale.ROOT);
    LocalDate today = scene.today();
    LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    for (String name : List.of("last-month", "last-week", "last-year", "week", "year", "month")) {
      if (heard(scene, name, said)) {
        return switch (name) {
          case "last-month" -> month(scene.month().minusMonths(1));
          case "last-week" -> named(scene, name, monday.minusWeeks(1), monday);
          case "last-year" -> year(scene, today.getYear() - 1);
          case "week" -> named(scene, name, monday, today.plusDays(1));
          case "year" -> year(scene, today.getYear());
          default -> month(scene.month());
        };
      }
    }
    if (heard(scene, "today", said)) {
      return named(scene, "today", today, today.plusDays(1));
    }
    if (heard(scene, "yesterday", said)) {
      return named(scene, "yesterday", today.minusDays(1), today);
    }
    return calendar(scene, said).orElseGet(() -> month(scene.month()));
  }

  /// A month by its name, of the year told or else the last one; or a whole year.
  private static Optional<Period> calendar(Scene scene, String said) {
    Matcher year = YEAR.matcher(said);
    Optional<Integer> told =
        year.find() ? Optional.of(Integer.valueOf(year.group())) : Optional.empty();
    for (String word : said.split("[^\\p{L}]+")) {
      Optional<Integer> month = scene.content().parsers().month(word);
      if (month.isPresent()) {
        YearMonth named = YearMonth.of(told.orElse(scene.today().getYear()), month.get());
        YearMonth meant =
            told.isEmpty() && named.isAfter(scene.month()) ? named.minusYears(1) : named;
        return Optional.of(heard(scene, "since", said) ? since(scene, meant) : month(meant));
      }
    }
    return told.map(meant -> year(scene, meant));
  }

  private static boolean heard(Scene scene, String name, String said) {
    return scene.heard("recap.words." + name).stream().anyMatch(w -> has(said, w));
  }

  private static boolean has(String said, String words) {
    return (' ' + said.replaceAll("[^\\p{L}\\p{N}]+", " ") + ' ').contains(' ' + words + ' ');
  }

  private static Period since(Scene scene, YearMonth first) {
    String label = scene.words("recap.period.since", "bulan", Prices.month(first));
    return new Period(first.atDay(1), scene.today().plusDays(1), label);
  }

  private static Period month(YearMonth month) {
    return new Period(month.atDay(1), month.plusMonths(1).atDay(1), Prices.month(month));
  }

  private static Period year(Scene scene, int year) {
    LocalDate first = LocalDate.of(year, 1, 1);
    String label = scene.words("recap.period.year", "tahun", Integer.toString(year));
    return new Period(first, first.plusYears(1), label);
  }

  private static Period named(Scene scene, String name, LocalDate from, LocalDate until) {
    return new Period(from, until, scene.words("recap.period." + name));
  }
}
