package id.kentongan.dialogs.ear.parse;

import id.kentongan.dialogs.ear.Parsed;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A day told from today: `kemarin`, `tadi malam`, `seminggu yang lalu`, `telung dina kepungkur`.
record RelativeDay(List<Token> tokens, String spaced, LocalDate today, ValueWords heard) {

  Optional<Parsed<LocalDate>> read() {
    Optional<Parsed<LocalDate>> counted = counted().or(this::lastWeek);
    boolean longAgo =
        Phrases.anyWord(tokens, heard.of(Heard.DATE_LONG_AGO))
            || tokens.stream().anyMatch(t -> heard.months.named(t.text()).isPresent());
    return counted.isPresent() || longAgo ? counted : phrase().or(this::tomorrow);
  }

  /// `3 hari lalu`, `dua minggu yang lalu`, `seminggu lalu`.
  private Optional<Parsed<LocalDate>> counted() {
    if (Phrases.any(spaced, heard.of(Heard.DATE_A_WEEK))) {
      return Optional.of(new Parsed.Value<>(today.minusWeeks(1)));
    }
    for (int i = 0; i + 1 < tokens.size(); i++) {
      Token token = tokens.get(i);
      Optional<NumberWords.Read> read =
          token.number() && token.text().length() <= 3
              ? Optional.of(new NumberWords.Read(token.value(), i + 1))
              : heard.numbers.read(tokens, i);
      if (read.isPresent() && read.get().end() < tokens.size() && read.get().value() < 1000) {
        int days = days(read.get().end());
        if (days > 0) {
          return Optional.of(new Parsed.Value<>(today.minusDays(days * read.get().value())));
        }
      }
    }
    return Optional.empty();
  }

  /// How many days the unit at a place has; of nights only such as are told to be past.
  private int days(int at) {
    String unit = tokens.get(at).text();
    String next = at + 1 < tokens.size() ? tokens.get(at + 1).text() : "";
    boolean day = heard.has(Heard.DATE_DAYS, unit) && !heard.has(Heard.DATE_NOW, next);
    boolean night = heard.has(Heard.DATE_NIGHT, unit) && heard.has(Heard.DATE_PAST, next);
    return day || night ? 1 : heard.has(Heard.DATE_WEEKS, unit) ? 7 : 0;
  }

  /// `minggu lalu`: a week ago, or last Sunday.
  private Optional<Parsed<LocalDate>> lastWeek() {
    if (!Phrases.any(spaced, heard.of(Heard.DATE_LAST_WEEK))) {
      return Optional.empty();
    }
    LocalDate sunday = today.with(TemporalAdjusters.previous(DayOfWeek.SUNDAY));
    List<LocalDate> readings = List.of(today.minusWeeks(1), sunday).stream().distinct().toList();
    return Optional.of(Phrases.oneOrMore(readings));
  }

  /// The day farthest back wins: `kemarin lusa` before `kemarin`.
  private Optional<Parsed<LocalDate>> phrase() {
    return heard.ago.entrySet().stream()
        .filter(ago -> Phrases.has(spaced, ago.getKey()))
        .map(Map.Entry::getValue)
        .max(Integer::compare)
        .map(days -> new Parsed.Value<>(today.minusDays(days)));
  }

  private Optional<Parsed<LocalDate>> tomorrow() {
    return Phrases.anyWord(tokens, heard.of(Heard.DATE_TOMORROW))
        ? Optional.of(new Parsed.Invalid<>("date.future", ""))
        : Optional.empty();
  }
}
