package id.kentongan.bot.postman;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Counts what became of effects.
final class Tally {
  private final MeterRegistry meters;
  // why: to look a counter up by its tags costs more than to count.
  private final Map<Counted, Counter> counters = new ConcurrentHashMap<>();

  private record Counted(Class<?> effect, String outcome) {}

  Tally(MeterRegistry meters) {
    this.meters = meters;
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
