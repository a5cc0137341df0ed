package id.kentongan.integrations.postgres;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/// When officers answer: on which days, from when to when, on which dates not, and within what time
/// of opening hours somebody looks at a ticket.
public record OfficeHours(
    Set<DayOfWeek> days,
    LocalTime opens,
    LocalTime closes,
    Set<LocalDate> closed,
    Duration within,
    ZoneId zone) {
  public OfficeHours {
    if (days.isEmpty() || !opens.isBefore(closes) || within.isNegative()) {
      throw new IllegalArgumentException("office hours need a day, and to open before they close");
    }
    days = Set.copyOf(days);
    closed = Set.copyOf(closed);
  }

  /// When somebody will have answered what was asked at `now`; what does not fit today's hours goes
  /// on at the next opening.
  public Instant until(Instant now) {
    Duration left = within;
    ZonedDateTime from = open(now.atZone(zone));
    while (true) {
      ZonedDateTime closing = from.with(closes);
      Duration today = Duration.between(from, closing);
      if (left.compareTo(today) <= 0) {
        return from.plus(left).toInstant();
      }
      left = left.minus(today);
      from = open(closing);
    }
  }

  private ZonedDateTime open(ZonedDateTime from) {
    if (openOn(from.toLocalDate()) && from.toLocalTime().isBefore(closes)) {
      return from.toLocalTime().isBefore(opens) ? from.with(opens) : from;
    }
    LocalDate day = from.toLocalDate().plusDays(1);
    while (!openOn(day)) {
      day = day.plusDays(1);
    }
    return day.atTime(opens).atZone(zone);
  }

  private boolean openOn(LocalDate day) {
    return days.contains(day.getDayOfWeek()) && !closed.contains(day);
  }
}
