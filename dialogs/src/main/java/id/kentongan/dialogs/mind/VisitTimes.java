package id.kentongan.dialogs.mind;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Times at the branch as buttons show them and as people name them: `senin jam 9`, `besok pagi`,
/// `tanggal 24`.
final class VisitTimes {
  private static final Locale INDONESIAN = Locale.of("id");
  private static final DateTimeFormatter LABEL =
      DateTimeFormatter.ofPattern("EEE d MMM HH.mm", INDONESIAN);

  private static final Pattern HOUR =
      Pattern.compile("(?:jam|pukul|jm|pkl) *(\\d{1,2})|\\b(\\d{1,2})[.:]\\d{2}\\b");

  private static final Pattern DAY = Pattern.compile("(?:tanggal|tgl|tg) *(\\d{1,2})");
  private static final int NOON = 12;
  private static final int EVENING = 6;

  private VisitTimes() {}

  static String label(ZonedDateTime at) {
    return LABEL.format(at);
  }

  /// As one may write it: `senin jam 8`.
  static String example(ZonedDateTime at) {
    return name(at.getDayOfWeek()) + " jam " + at.getHour();
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
    return Stream.of(weekday(bare), relative(bare, today), day(bare), hour(bare), part(bare))
        .flatMap(List::stream)
        .toList();
  }

  private static List<Predicate<ZonedDateTime>> weekday(String text) {
    return Stream.of(DayOfWeek.values())
        .filter(day -> text.contains(name(day)))
        .findFirst()
        .<Predicate<ZonedDateTime>>map(day -> at -> at.getDayOfWeek() == day)
        .stream()
        .toList();
  }

  private static String name(DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL, INDONESIAN).toLowerCase(Locale.ROOT);
  }

  private static List<Predicate<ZonedDateTime>> relative(String text, LocalDate today) {
    int ahead = text.contains("besok") ? 1 : text.contains("lusa") ? 2 : 0;
    return ahead == 0 ? List.of() : List.of(at -> at.toLocalDate().equals(today.plusDays(ahead)));
  }

  private static List<Predicate<ZonedDateTime>> day(String text) {
    Matcher day = DAY.matcher(text);
    return day.find()
        ? List.of(at -> at.getDayOfMonth() == Integer.parseInt(day.group(1)))
        : List.of();
  }

  /// why: `jam 1` at an office is in the afternoon
  private static List<Predicate<ZonedDateTime>> hour(String text) {
    Matcher hour = HOUR.matcher(text);
    if (!hour.find()) {
      return List.of();
    }
    int told = Integer.parseInt(hour.group(1) == null ? hour.group(2) : hour.group(1));
    int meant = told < EVENING ? told + NOON : told;
    return List.of(at -> at.getHour() == meant);
  }

  private static List<Predicate<ZonedDateTime>> part(String text) {
    if (text.contains("pagi")) {
      return List.of(at -> at.getHour() < NOON);
    }
    return text.contains("siang") || text.contains("sore")
        ? List.of(at -> at.getHour() >= NOON)
        : List.of();
  }
}
