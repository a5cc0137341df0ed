package id.kentongan.dialogs.ear.parse;

import id.kentongan.dialogs.ear.Parsed;
import id.kentongan.dialogs.ear.parse.DateReader.Told;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// The day somebody died: a calendar date, or seen from today (`tadi malam`, `senin kemarin`,
/// `tanggal 5`, `3 hari lalu`, `setu pon`). Never in the future.
final class DeathDateParser {
  private static final int OLDEST = 50;

  private static final Set<String> DATE = WordTable.words("tgl, tanggal, tg, tanggale");
  private static final Set<String> YESTERDAY =
      WordTable.words("kemarin, kemaren, kmrn, kmren, wingi, kmarin, kemarennya");
  private static final Set<String> LAST_YEAR =
      WordTable.words(
          "tahun lalu, tahun kemarin, tahun kemaren, tahun yang lalu, th lalu, thn lalu, "
              + "thn kemarin, tahun wingi, taun wingi, taun lalu, taun kepungkur, tahun kmrn");
  private static final Set<String> THIS_MONTH =
      WordTable.words("bulan ini, bln ini, sasi iki, wulan niki, bulan iki, bulen reya");
  private static final Set<String> NEXT = WordTable.words("depan, dpn, ngarep, ngajeng");
  private static final Set<String> FEASTS =
      WordTable.words(
          "setelah, sesudah, sebelum, lebaran, puasa, natal, idul, riyaya, bodo, bakda, "
              + "ramadhan, ramadan, maulid, mulud, suro, nyepi, galungan");

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
    if (Phrases.any(spaced, FEASTS)) {
      return new Parsed.Invalid<>("date.missing", "");
    }
    if (Phrases.anyWord(tokens, NEXT)) {
      return new Parsed.Invalid<>("date.future", "");
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
    boolean noYear = told.noYear();
    int year = today.getYear() - (Phrases.any(spaced, LAST_YEAR) ? 1 : 0);
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
      boolean named = i > 0 && DATE.contains(word(i - 1));
      Optional<NumberWords.Read> day =
          tokens.get(i).number()
              ? Optional.of(new NumberWords.Read(tokens.get(i).value(), i + 1))
              : named ? NumberWords.read(tokens, i) : Optional.empty();
      boolean past = day.isPresent() && YESTERDAY.contains(word(day.get().end()));
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
    if (Phrases.any(spaced, THIS_MONTH) && day > today.getDayOfMonth()) {
      return new Parsed.Invalid<>("date.future", "");
    }
    boolean past = Phrases.has(spaced, "bulan lalu") || Phrases.has(spaced, "bulan kemarin");
    month = past ? month.minusMonths(1) : month;
    while (day > month.lengthOfMonth() || month.atDay(day).isAfter(today)) {
      month = month.minusMonths(1);
    }
    return new Parsed.Value<>(month.atDay(day));
  }

  private Optional<Parsed<LocalDate>> byWeekday() {
    boolean evening = IntStream.range(0, tokens.size()).anyMatch(this::eve);
    Optional<Weton> weton = Weton.in(tokens);
    if (weton.isPresent()) {
      LocalDate day = weton.get().latest(today);
      return Optional.of(new Parsed.Value<>(evening ? day.minusDays(1) : day));
    }
    for (int i = 0; i < tokens.size(); i++) {
      DayOfWeek weekday = Months.WEEKDAYS.get(tokens.get(i).text());
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
        && RelativeDay.EVE.contains(word(at - 1))
        && Months.WEEKDAYS.containsKey(word(at));
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
    LocalDate monday =
        today.with(java.time.temporal.TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    int weeks = weeksAgo();
    if (weeks > 0) {
      return monday.minusWeeks(weeks).with(weekday);
    }
    boolean lastWeek = Phrases.has(spaced, "minggu lalu") && weekday != DayOfWeek.SUNDAY;
    if (lastWeek && !day.isBefore(monday)) {
      day = day.minus(1, ChronoUnit.WEEKS);
    }
    boolean past = Phrases.has(spaced, "lalu") || Phrases.has(spaced, "kemarin");
    if (past && day.equals(today)) {
      day = day.minusWeeks(1);
    }
    return eve ? day.minusDays(1) : day;
  }

  /// `senin 2 minggu lalu`.
  private int weeksAgo() {
    return IntStream.range(0, tokens.size() - 1)
        .filter(i -> tokens.get(i).number() && tokens.get(i).value() < 100)
        .filter(i -> word(i + 1).equals("minggu"))
        .map(i -> (int) tokens.get(i).value())
        .findFirst()
        .orElse(0);
  }

  private Parsed<LocalDate> none() {
    boolean month = tokens.stream().anyMatch(t -> Months.named(t.text()).isPresent());
    boolean year = tokens.stream().anyMatch(t -> t.number() && t.text().length() == 4);
    boolean span = Phrases.anyWord(tokens, RelativeDay.LONG_SPANS);
    return new Parsed.Invalid<>(month || year || span ? "date.day-missing" : "date.missing", "");
  }
}
