package id.kentongan.bot.watch;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Timers and counters with one label of few values, looked up once: to look a meter up by its tags
/// costs more than to count.
public final class Meters {
  private static final Duration[] BUCKETS = {
    Duration.ofNanos(100_000),
    Duration.ofMillis(1),
    Duration.ofMillis(5),
    Duration.ofMillis(15),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(500),
    Duration.ofSeconds(2),
    Duration.ofSeconds(10),
    Duration.ofMinutes(1),
    Duration.ofMinutes(10)
  };

  private final MeterRegistry registry;
  private final List<Tag> tags;
  private final String label;
  private final String name;
  private final String help;
  private final Map<Object, Timer> timers = new ConcurrentHashMap<>();
  private final Map<Object, Counter> counters = new ConcurrentHashMap<>();

  /// A family `name`, told apart by `label`.
  public Meters(MeterRegistry registry, String name, String label, String help) {
    this(registry, name, List.of(), label, help);
  }

  /// The same, all with these tags.
  public Meters(MeterRegistry registry, String name, List<Tag> tags, String label, String help) {
    this.registry = registry;
    this.name = name;
    this.tags = List.copyOf(tags);
    this.label = label;
    this.help = help;
  }

  /// One more of `value`, which took so long.
  public void took(String value, long nanos) {
    timers
        .computeIfAbsent(
            value,
            made ->
                Timer.builder(name)
                    .description(help)
                    .tags(tags)
                    .tag(label, value)
                    .serviceLevelObjectives(BUCKETS)
                    .register(registry))
        .record(Duration.ofNanos(Math.max(0, nanos)));
  }

  /// One more of `value`.
  public void count(String value) {
    counter(value).increment();
  }

  /// None of `value` yet: so that an alert on its rise has something to begin from.
  public void none(String value) {
    counter(value).increment(0);
  }

  private Counter counter(String value) {
    return counters.computeIfAbsent(
        value,
        made ->
            Counter.builder(name)
                .description(help)
                .tags(tags)
                .tag(label, value)
                .register(registry));
  }
}
