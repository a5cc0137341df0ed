package id.kentongan.dialogs.content;

import id.kentongan.dialogs.values.WorkerCategory;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The branch office that answers behind the bot: its name, its hours by weekday (a day without
/// any is closed), the days on which it is closed, and within how much opening time somebody
/// answers, and what it wants of a Desa Sadar, from `config/offices.yaml`.
public record Offices(
    String branch,
    Map<DayOfWeek, Hours> hours,
    Map<LocalDate, String> holidays,
    Duration answeredWithin,
    Claims claims,
    List<Criterion> desaSadar) {
  public Offices {
    desaSadar = List.copyOf(desaSadar);
  }

  /// Without a checklist for villages.
  public Offices(
      String branch,
      Map<DayOfWeek, Hours> hours,
      Map<LocalDate, String> holidays,
      Duration answeredWithin,
      Claims claims) {
    this(branch, hours, holidays, answeredWithin, claims, List.of());
  }

  /// What makes a village a Desa Sadar; `sample`: an example that no source states.
  public record Criterion(String text, KnownBy by, boolean sample) {}

  /// From what it is known whether a criterion is met.
  public sealed interface KnownBy {
    /// All workers of a category are members.
    record Members(WorkerCategory category) implements KnownBy {}

    /// The village's coverage has reached its target.
    record Target() implements KnownBy {}

    /// The village shows it.
    record Shown() implements KnownBy {}
  }

  /// How claims are taken in: a visit is `length` long, `atOnce` families are seen at the same
  /// time, from `fromDays` days ahead until `untilDays`; a complete claim is decided within
  /// `promised` working days.
  public record Claims(Duration length, int atOnce, int fromDays, int untilDays, int promised) {}

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

  /// When somebody will have answered what was asked at `now`, in the office's zone; what does not
  /// fit a day's hours goes on at the next opening.
  public ZonedDateTime answeredBy(ZonedDateTime now) {
    Duration left = answeredWithin;
    ZonedDateTime from = nextOpen(now);
    while (true) {
      ZonedDateTime close = from.with(on(from.toLocalDate()).orElseThrow().close());
      Duration today = Duration.between(from, close);
      if (left.compareTo(today) <= 0) {
        return from.plus(left);
      }
      left = left.minus(today);
      from = nextOpen(close);
    }
  }

  /// All times at which a visit may begin, as it is `now` in the office's zone.
  public List<ZonedDateTime> visits(ZonedDateTime now) {
    var visits = new ArrayList<ZonedDateTime>();
    for (int ahead = claims.fromDays(); ahead <= claims.untilDays(); ahead++) {
      LocalDate day = now.toLocalDate().plusDays(ahead);
      on(day)
          .ifPresent(
              hours -> {
                ZonedDateTime close = day.atTime(hours.close()).atZone(now.getZone());
                ZonedDateTime at = day.atTime(hours.open()).atZone(now.getZone());
                for (; !at.plus(claims.length()).isAfter(close); at = at.plus(claims.length())) {
                  visits.add(at);
                }
              });
    }
    return List.copyOf(visits);
  }

  /// Until when a claim whose papers were complete at `complete` is to be decided: the close of the
  /// last promised working day after it.
  public ZonedDateTime promisedBy(ZonedDateTime complete) {
    LocalDate day = complete.toLocalDate();
    for (int left = claims.promised(); left > 0; left--) {
      ZonedDateTime next = nextOpen(day.plusDays(1).atStartOfDay(complete.getZone()));
      day = next.toLocalDate();
    }
    return day.atTime(on(day).map(Hours::close).orElse(LocalTime.MAX)).atZone(complete.getZone());
  }

  /// The last opening before `at`, in the office's zone: what is due then is done that day or not
  /// at all.
  public ZonedDateTime lastOpenBefore(ZonedDateTime at) {
    LocalDate day = at.toLocalDate();
    for (int i = 0; i < 60; i++, day = day.minusDays(1)) {
      Optional<Hours> hours = on(day);
      if (hours.isPresent()) {
        ZonedDateTime open = day.atTime(hours.get().open()).atZone(at.getZone());
        if (open.isBefore(at)) {
          return open;
        }
      }
    }
    return at;
  }

  /// The hours of a day; empty when the office is closed.
  public Optional<Hours> on(LocalDate day) {
    return holidays.containsKey(day)
        ? Optional.empty()
        : Optional.ofNullable(hours.get(day.getDayOfWeek()));
  }
}
