package id.kentongan.dialogs.ear.parse;

import id.kentongan.dialogs.ear.Parsed;
import id.kentongan.dialogs.ear.parse.DateReader.Told;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The day somebody died: a calendar date, or seen from today (`tadi malam`, `senin kemarin`,
/// `tanggal 5`, `3 hari lalu`, `setu pon`). Never in the future.
final class DeathDateParser {
  private static final int OLDEST = 50;

  private final ValueWords heard;
  private final LocalDate today;
  private final List<Token> tokens;
  private final String spaced;

  private DeathDateParser(String text, LocalDate today, ValueWords heard) {
    this.heard = heard;
    this.today = today;
    this.tokens = Token.lex(text);
    this.spaced = Phrases.spaced(tokens);
  }

  static Parsed<LocalDate> parse(String text, LocalDate today, ValueWords heard) {
    return new DeathDateParser(text, today, heard).parse(DateReader.all(text, heard));
  }

  private Parsed<LocalDate> parse(List<Told> dates) {
    if (!dates.isEmpty()) {
      List<Parsed<LocalDate>> read = dates.stream().map(this::calendar).distinct().toList();
      List<LocalDate> good = read.stream().flatMap(p -> value(p).stream()).distinct().toList();
      return good.isEmpty() ? read.getFirst() : Phrases.oneOrMore(good);
    }
    if (any(Heard.DATE_FEASTS)) {
      return new Parsed.Invalid<>("date.missing", "");
    }
    if (Phrases.anyWord(tokens, heard.of(Heard.DATE_NEXT))) {
      return new Parsed.Invalid<>("date.future", "");
    }
    return dayOfMonth()
        .or(this::byWeekday)
        .or(() -> new RelativeDay(tokens, spaced, today, heard).read())
        .orElseGet(this::none);
  }

  private static Optional<LocalDate> value(Parsed<LocalDate> parsed) {
    return parsed instanceof Parsed.Value<LocalDate>(LocalDate day)
        ? Optional.of(day)
        : Optional.empty();
  }

  private Parsed<LocalDate> calendar(Told told) {
    boolean noYear = told.noYear();
    int year = today.getYear() - (any(Heard.DATE_LAST_YEAR) ? 1 : 0);
    Told full = noYear ? new Told(told.day(), told.month(), year, false) : told;
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

  /// `tanggal 5`, `tanggal lima`, `19 kemarin`: the latest one of that number.
  private Optional<Parsed<LocalDate>> dayOfMonth() {
    for (int i = 0; i < tokens.size(); i++) {
      boolean named = i > 0 && heard.has(Heard.DATE_DAY, word(i - 1));
      Optional<NumberWords.Read> day =
          tokens.get(i).number()
              ? Optional.of(new NumberWords.Read(tokens.get(i).value(), i + 1))
              : named ? heard.numbers.read(tokens, i) : Optional.empty();
      boolean past = day.isPresent() && heard.has(Heard.DATE_YESTERDAY, word(day.get().end()));
      if (day.isPresent() && (named || past) && day.get().value() < 100) {
        return Optional.of(latestDay((int) day.get().value()));
      }
    }
    return Optional.empty();
  }

  private Parsed<LocalDate> latestDay(int day) {
    YearMonth month = YearMonth.from(today);
    if (day < 1 || day > 31) {
      return new Parsed.Invalid<>("date.no-such-day", "");
    }
    if (any(Heard.DATE_THIS_MONTH) && day > today.getDayOfMonth()) {
      return new Parsed.Invalid<>("date.future", "");
    }
    boolean past = any(Heard.DATE_LAST_MONTH);
    month = past ? month.minusMonths(1) : month;
    while (day > month.lengthOfMonth() || month.atDay(day).isAfter(today)) {
      month = month.minusMonths(1);
    }
    return new Parsed.Value<>(month.atDay(day));
  }

  private Optional<Parsed<LocalDate>> byWeekday() {
    boolean evening = IntStream.range(0, tokens.size()).anyMatch(this::eve);
    Optional<Weton> weton = Weton.in(tokens, heard);
    if (weton.isPresent()) {
      LocalDate day = weton.get().latest(today);
      return Optional.of(new Parsed.Value<>(evening ? day.minusDays(1) : day));
    }
    for (int i = 0; i < tokens.size(); i++) {
      DayOfWeek weekday = heard.weekdays.get(tokens.get(i).text());
      boolean week = weekday == DayOfWeek.SUNDAY && countsWeeks(i);
      if (weekday != null && !week && (eve(i) || !evening)) {
        return Optional.of(new Parsed.Value<>(latest(weekday, eve(i))));
      }
    }
    return Optional.empty();
  }

  /// A weekday right after `malam` begins on the evening before.
  private boolean eve(int at) {
    return at > 0
        && heard.has(Heard.DATE_NIGHT, word(at - 1))
        && heard.weekdays.containsKey(word(at));
  }

  /// `minggu` is Sunday, or a week: `minggu lalu`, `2 minggu`, `senin minggu lalu`.
  private boolean countsWeeks(int at) {
    boolean named = at > 0 && heard.has(Heard.DATE_SUNDAY, word(at - 1));
    boolean counted =
        at > 0 && (tokens.get(at - 1).number() || heard.numbers.read(tokens, at - 1).isPresent());
    return !named && (counted || heard.has(Heard.DATE_WEEK, word(at + 1)));
  }

  private boolean any(Heard list) {
    return Phrases.any(spaced, heard.of(list));
  }

  private String word(int at) {
    return at < tokens.size() ? tokens.get(at).text() : "";
  }

  private LocalDate latest(DayOfWeek weekday, boolean eve) {
    LocalDate day = today.with(java.time.temporal.TemporalAdjusters.previousOrSame(weekday));
    LocalDate monday =
        today.with(java.time.temporal.TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    int weeks = weeksAgo();
    if (weeks > 0) {
      return monday.minusWeeks(weeks).with(weekday);
    }
    boolean lastWeek = any(Heard.DATE_LAST_WEEK) && weekday != DayOfWeek.SUNDAY;
    if (lastWeek && !day.isBefore(monday)) {
      day = day.minus(1, ChronoUnit.WEEKS);
    }
    boolean past = any(Heard.DATE_PAST_DAY);
    if (past && day.equals(today)) {
      day = day.minusWeeks(1);
    }
    return eve ? day.minusDays(1) : day;
  }

  /// `senin 2 minggu lalu`.
  private int weeksAgo() {
    return IntStream.range(0, tokens.size() - 1)
        .filter(i -> tokens.get(i).number() && tokens.get(i).value() < 100)
        .filter(i -> heard.has(Heard.DATE_WEEKS, word(i + 1)))
        .map(i -> (int) tokens.get(i).value())
        .findFirst()
        .orElse(0);
  }

  private Parsed<LocalDate> none() {
    boolean month = tokens.stream().anyMatch(t -> heard.months.named(t.text()).isPresent());
    boolean year = tokens.stream().anyMatch(t -> t.number() && t.text().length() == 4);
    boolean span = Phrases.anyWord(tokens, heard.of(Heard.DATE_LONG_AGO));
    return new Parsed.Invalid<>(month || year || span ? "date.day-missing" : "date.missing", "");
  }
}
