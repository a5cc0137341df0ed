package id.kentongan.dialogs.mind.claim;

import id.kentongan.dialogs.mind.scene.Listed;
import id.kentongan.dialogs.mind.scene.Scene;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Times at the branch as buttons show them and as people name them: `senin jam 9`, `besok pagi`,
/// `tanggal 24`.
final class VisitTimes {
  private static final Locale INDONESIAN = Locale.of("id");
  private static final DateTimeFormatter LABEL =
      DateTimeFormatter.ofPattern("EEE d MMM HH.mm", INDONESIAN);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE", INDONESIAN);

  private static final int NOON = 12;
  private static final int EVENING = 6;

  private VisitTimes() {}

  static String label(ZonedDateTime at) {
    return LABEL.format(at);
  }

  /// As one may write it: `senin jam 8`.
  static String example(ZonedDateTime at) {
    return DAY.format(at).toLowerCase(Locale.ROOT) + " jam " + at.getHour();
  }

  /// Those of the free times that the words fit; none when they name no time.
  static List<Instant> meant(Scene scene, List<Instant> free, String text) {
    ZoneId zone = scene.content().rules().zone();
    List<Predicate<ZonedDateTime>> told = told(scene, text);
    return told.isEmpty()
        ? List.of()
        : free.stream()
            .filter(at -> told.stream().allMatch(fits -> fits.test(at.atZone(zone))))
            .toList();
  }

  /// Whether the words name a time at all.
  static boolean named(Scene scene, String text) {
    return !told(scene, text).isEmpty();
  }

  private static List<Predicate<ZonedDateTime>> told(Scene scene, String text) {
    String bare = text.toLowerCase(Locale.ROOT);
    LocalDate today = LocalDate.ofInstant(scene.turn().now(), scene.content().rules().zone());
    return Stream.of(
            weekday(scene, bare),
            relative(scene, bare, today),
            day(scene, bare),
            hour(scene, bare),
            part(scene, bare))
        .flatMap(List::stream)
        .toList();
  }

  private static List<Predicate<ZonedDateTime>> weekday(Scene scene, String text) {
    return scene.content().parsers().weekdays(text).stream()
        .min(Comparator.naturalOrder())
        .<Predicate<ZonedDateTime>>map(day -> at -> at.getDayOfWeek() == day)
        .stream()
        .toList();
  }

  private static List<Predicate<ZonedDateTime>> relative(
      Scene scene, String text, LocalDate today) {
    int ahead =
        has(scene, "day-after-words", text) ? 2 : has(scene, "tomorrow-words", text) ? 1 : 0;
    return ahead == 0 ? List.of() : List.of(at -> at.toLocalDate().equals(today.plusDays(ahead)));
  }

  private static List<Predicate<ZonedDateTime>> day(Scene scene, String text) {
    Matcher day = Pattern.compile(any(scene, "date-words") + " *(\\d{1,2})").matcher(text);
    return day.find()
        ? List.of(at -> at.getDayOfMonth() == Integer.parseInt(day.group(1)))
        : List.of();
  }

  /// why: `jam 1` at an office is in the afternoon
  private static List<Predicate<ZonedDateTime>> hour(Scene scene, String text) {
    String clock = any(scene, "hour-words") + " *(\\d{1,2})|\\b(\\d{1,2})[.:]\\d{2}\\b";
    Matcher hour = Pattern.compile(clock).matcher(text);
    if (!hour.find()) {
      return List.of();
    }
    int told = Integer.parseInt(hour.group(1) == null ? hour.group(2) : hour.group(1));
    int meant = told < EVENING ? told + NOON : told;
    return List.of(at -> at.getHour() == meant);
  }

  private static List<Predicate<ZonedDateTime>> part(Scene scene, String text) {
    if (has(scene, "morning-words", text)) {
      return List.of(at -> at.getHour() < NOON);
    }
    return has(scene, "afternoon-words", text) ? List.of(at -> at.getHour() >= NOON) : List.of();
  }

  private static boolean has(Scene scene, String list, String text) {
    return Listed.any(scene, "visit." + list, text);
  }

  private static String any(Scene scene, String list) {
    return scene.heard("visit." + list).stream()
        .map(Pattern::quote)
        .collect(Collectors.joining("|", "(?:", ")"));
  }
}
