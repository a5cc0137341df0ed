package id.kentongan.dialogs.content;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;

/// The branch office that answers behind the bot: its name, its hours by weekday (a day without
/// any is closed) and the days on which it is closed, from `config/offices.yaml`.
public record Offices(String branch, Map<DayOfWeek, Hours> hours, Map<LocalDate, String> holidays) {
  /// From `open` up to, not including, `close`, in the office's own time.
  public record Hours(LocalTime open, LocalTime close) {}

  /// The first moment from `now` on at which the office is open: `now` itself when it is. `now` is
  /// in the office's zone.
  public ZonedDateTime nextOpen(ZonedDateTime now) {
    LocalDate day = now.toLocalDate();
    for (int i = 0; i < 60; i++, day = day.plusDays(1)) {
      Optional<Hours> hours = on(day);
      if (hours.isEmpty()) {
        continue;
      }
      ZonedDateTime open = day.atTime(hours.get().open()).atZone(now.getZone());
      ZonedDateTime close = day.atTime(hours.get().close()).atZone(now.getZone());
      if (now.isBefore(open)) {
        return open;
      }
      if (now.isBefore(close)) {
        return now;
      }
    }
    throw new IllegalStateException("the office is closed for sixty days");
  }

  /// The hours of a day; empty when the office is closed.
  public Optional<Hours> on(LocalDate day) {
    return holidays.containsKey(day)
        ? Optional.empty()
        : Optional.ofNullable(hours.get(day.getDayOfWeek()));
  }
}
