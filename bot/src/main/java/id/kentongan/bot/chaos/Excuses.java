package id.kentongan.bot.chaos;

import id.kentongan.bot.chaos.Arrival.Fate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Why an answer may have arrived twice, by promise 3: between the platform's taking it and our
/// note of that a process died or a connection broke. Nothing else is an excuse: no clean stop, no
/// trouble of PostgreSQL, of a clock, or of a platform that answered.
final class Excuses {
  /// A gateway that stands still for longer than its lease is dead for all others; Redis ends when
  /// its disk is full.
  private static final Pattern DEATHS =
      Pattern.compile(
          "gateway (killed|died|paused|ended with (?!0$)).*|Redis (killed|away).*|disk full"
              + "|(master|all) of the cluster.*|slot moved");

  private static final Pattern BREAKS =
      Pattern.compile("line (cut|dead|half open): (Redis|Telegram|Twilio)");

  private final Timeline timeline;

  Excuses(Timeline timeline) {
    this.timeline = timeline;
  }

  /// Whether one of these, of which the last is one too many, may have come without our note of it.
  /// why any two in a row: where turns said the same, nobody can tell which of them came twice.
  boolean of(List<Arrival> before, Arrival again) {
    return of(before.getLast(), again)
        || IntStream.range(1, before.size())
            .anyMatch(place -> of(before.get(place - 1), before.get(place)));
  }

  /// Whether the first answer may have come without our note of it before it came again.
  boolean of(Arrival first, Arrival again) {
    return first.fate() == Fate.TAKEN_SILENTLY
        || first.untoldBefore(again.nanos())
        || timeline.touches(DEATHS, first.nanos(), again.nanos())
        || timeline.touches(BREAKS, first.nanos(), again.nanos());
  }
}
