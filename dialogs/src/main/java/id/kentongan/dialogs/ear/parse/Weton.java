package id.kentongan.dialogs.ear.parse;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A Javanese day of birth or death: weekday and market day, which meet every 35 days
/// (`setu pon`). 17 August 1945 was a Friday Legi.
record Weton(DayOfWeek weekday, int marketDay) {
  private static final long A_LEGI = LocalDate.of(1945, 8, 17).toEpochDay();
  private static final int ROUND = 35;

  static Optional<Weton> in(List<Token> tokens, ValueWords heard) {
    for (int i = 0; i + 1 < tokens.size(); i++) {
      DayOfWeek weekday = heard.weekdays.get(tokens.get(i).text());
      Integer market = heard.marketDays.get(tokens.get(i + 1).text());
      if (weekday != null && market != null) {
        return Optional.of(new Weton(weekday, market));
      }
    }
    return Optional.empty();
  }

  boolean matches(LocalDate day) {
    return day.getDayOfWeek() == weekday
        && Math.floorMod(day.toEpochDay() - A_LEGI, 5) == marketDay;
  }

  LocalDate latest(LocalDate today) {
    return Stream.iterate(today, d -> d.minusDays(1))
        .limit(ROUND)
        .filter(this::matches)
        .findFirst()
        .orElseThrow();
  }

  /// Its days in a year, ten or eleven.
  List<LocalDate> in(int year) {
    return LocalDate.of(year, 1, 1)
        .datesUntil(LocalDate.of(year + 1, 1, 1))
        .filter(this::matches)
        .toList();
  }
}
