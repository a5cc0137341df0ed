package id.kentongan.bot.postman;

import id.kentongan.bot.watch.Meters;
import id.kentongan.bot.watch.Trail;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Counts what became of effects, how long each waited from its commit until it left, and how long
/// an attempt took.
final class Tally {
  private final MeterRegistry meters;
  // why: to look a counter up by its tags costs more than to count.
  private final Map<Counted, Counter> counters = new ConcurrentHashMap<>();

  private final Meters attempts;
  private final Meters waits;
  private final Trail trail;

  private record Counted(Class<?> effect, String outcome) {}

  Tally(MeterRegistry meters, Trail trail) {
    this.meters = meters;
    this.trail = trail;
    this.attempts =
        new Meters(meters, "kentongan.postman.attempt", "effect", "Attempts at effects");
    this.waits =
        new Meters(
            meters, "kentongan.postman.wait", "effect", "From a commit to the first attempt");
  }

  /// An attempt begins.
  void begins(Item item, Instant now) {
    if (item.attempts() == 0) {
      Duration waited = Duration.between(item.made(), now);
      waits.took(effect(item), waited.toNanos());
    }
  }

  /// An attempt ended so.
  void took(Item item, String outcome, Instant now, long nanos) {
    attempts.took(effect(item), nanos);
    if (!trail.equals(Trail.NONE)) {
      long began = now.toEpochMilli() - nanos / 1_000_000;
      trail.attempted(item.post().id(), effect(item), outcome, new Trail.Took(began, nanos));
    }
  }

  private static String effect(Item item) {
    return item.post().effect().getClass().getSimpleName();
  }

  void count(Item item, String outcome) {
    counters
        .computeIfAbsent(new Counted(item.post().effect().getClass(), outcome), this::counter)
        .increment();
  }

  private Counter counter(Counted what) {
    String effect = what.effect().getSimpleName();
    return meters.counter("kentongan.effects", "effect", effect, "outcome", what.outcome());
  }
}
