package id.kentongan.dialogs.ear.parse;

import id.kentongan.dialogs.ear.Parsed;
import id.kentongan.dialogs.ear.parse.DateReader.Told;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// The day somebody died: a calendar date, or seen from today (`tadi malam`, `senin kemarin`,
/// `tanggal 5`, `3 hari lalu`, `setu pon`). Never in the future.
final class DeathDateParser {
  private static final int OLDEST = 50;

  private final LocalDate today;
  private final List<Token> tokens;
  private final String spaced;

  private DeathDateParser(String text, LocalDate today) {
    this.today = today;
    this.tokens = Token.lex(text);
    this.spaced = Phrases.spaced(tokens);
  }

  static Parsed<LocalDate> parse(String text, LocalDate today) {
    return new DeathDateParser(text, today).parse(DateReader.all(text));
  }

  private Parsed<LocalDate> parse(List<Told> dates) {
    if (!dates.isEmpty()) {
      List<Parsed<LocalDate>> read = dates.stream().map(this::calendar).distinct().toList();
      List<LocalDate> good = read.stream().flatMap(p -> value(p).stream()).distinct().toList();
      return good.isEmpty() ? read.getFirst() : Phrases.oneOrMore(good);
    }
    return dayOfMonth()
        .or(this::byWeekday)
        .or(() -> new RelativeDay(tokens, spaced, today).read())
        .orElseGet(this::none);
  }

  private static Optional<LocalDate> value(Parsed<LocalDate> parsed) {
    return parsed instanceof Parsed.Value<LocalDate>(LocalDate day)
        ? Optional.of(day)
        : Optional.empty();
  }

  private Parsed<LocalDate> calendar(Told told) {
    boolean noYear = told.year() == 0 && !told.shortYear();
    Told full = noYear ? new Told(told.day(), told.month(), today.getYear(), false) : told;
    Parsed<LocalDate> day = DateReader.day(full, Century.LATEST, today);
    if (!(day instanceof Parsed.Value<LocalDate>(LocalDate date))) {
      return day;
    }
    if (date.isAfter(today)) {
      return noYear
          ? new Parsed.Value<>(date.minusYears(1))
          : new Parsed.Invalid<>("date.future", "");
    }
    boolean tooOld = date.isBefore(today.minusYears(OLDEST));
    return tooOld ? new Parsed.Invalid<>("date.too-old", "") : day;
  }

  /// `tanggal 5`: the latest fifth.
  private Optional<Parsed<LocalDate>> dayOfMonth() {
    for (int i = 0; i + 1 < tokens.size(); i++) {
      boolean named = List.of("tgl", "tanggal", "tg", "tanggale").contains(tokens.get(i).text());
      Token day = tokens.get(i + 1);
      if (named && day.number() && day.text().length() <= 2) {
        return Optional.of(latestDay((int) day.value()));
      }
    }
    return Optional.empty();
  }

  private Parsed<LocalDate> latestDay(int day) {
    if (day < 1 || day > 31) {
      return new Parsed.Invalid<>("date.no-such-day", "");
    }
    YearMonth month = YearMonth.from(today);
    boolean past = Phrases.has(spaced, "bulan lalu") || Phrases.has(spaced, "bulan kemarin");
    month = past ? month.minusMonths(1) : month;
    while (day > month.lengthOfMonth() || month.atDay(day).isAfter(today)) {
      month = month.minusMonths(1);
    }
    return new Parsed.Value<>(month.atDay(day));
  }

  private Optional<Parsed<LocalDate>> byWeekday() {
    boolean eve = Phrases.anyWord(tokens, RelativeDay.EVE);
    Optional<Weton> weton = Weton.in(tokens);
    if (weton.isPresent()) {
      LocalDate day = weton.get().latest(today);
      return Optional.of(new Parsed.Value<>(eve ? day.minusDays(1) : day));
    }
    for (int i = 0; i < tokens.size(); i++) {
      DayOfWeek weekday = Months.WEEKDAYS.get(tokens.get(i).text());
      if (weekday != null && !(weekday == DayOfWeek.SUNDAY && countsWeeks(i))) {
        return Optional.of(new Parsed.Value<>(latest(weekday, eve)));
      }
    }
    return Optional.empty();
  }

  /// `minggu` is Sunday, or a week: `minggu lalu`, `2 minggu`, `senin minggu lalu`.
  private boolean countsWeeks(int at) {
    boolean named = at > 0 && List.of("hari", "dina", "dino", "malam").contains(word(at - 1));
    boolean counted =
        at > 0 && (tokens.get(at - 1).number() || NumberWords.read(tokens, at - 1).isPresent());
    boolean last = List.of("lalu", "kemarin", "wingi", "kepungkur", "lepas").contains(word(at + 1));
    return !named && (counted || last || "yang".equals(word(at + 1)));
  }

  private String word(int at) {
    return at < tokens.size() ? tokens.get(at).text() : "";
  }

  private LocalDate latest(DayOfWeek weekday, boolean eve) {
    LocalDate day = today.with(java.time.temporal.TemporalAdjusters.previousOrSame(weekday));
    boolean lastWeek = Phrases.has(spaced, "minggu lalu") && weekday != DayOfWeek.SUNDAY;
    LocalDate monday =
        today.with(java.time.temporal.TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    if (lastWeek && !day.isBefore(monday)) {
      day = day.minus(1, ChronoUnit.WEEKS);
    }
    boolean past = Phrases.has(spaced, "lalu") || Phrases.has(spaced, "kemarin");
    if (past && day.equals(today)) {
      day = day.minusWeeks(1);
    }
    return eve ? day.minusDays(1) : day;
  }

  private Parsed<LocalDate> none() {
    boolean month = tokens.stream().anyMatch(t -> Months.NAMES.containsKey(t.text()));
    boolean year = tokens.stream().anyMatch(t -> t.number() && t.text().length() == 4);
    boolean span = Phrases.anyWord(tokens, RelativeDay.LONG_SPANS);
    return new Parsed.Invalid<>(month || year || span ? "date.day-missing" : "date.missing", "");
  }
}
