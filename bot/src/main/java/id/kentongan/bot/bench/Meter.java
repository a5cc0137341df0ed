package id.kentongan.bot.bench;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What the machine spent since a moment: processor seconds of each part, and Redis's commands.
final class Meter {
  private final long gateway;
  private final RedisGauge redis;
  private final long start = System.nanoTime();
  private final Spent before;

  /// Processor seconds of each part, and how often Redis ran each command.
  record Spent(
      double gateway, double redis, double postgres, double load, Map<String, Long> commands) {
    private Spent minus(Spent other) {
      var difference = new TreeMap<String, Long>();
      commands.forEach(
          (name, calls) -> difference.put(name, calls - other.commands.getOrDefault(name, 0L)));
      difference.values().removeIf(calls -> calls == 0);
      return new Spent(
          gateway - other.gateway,
          redis - other.redis,
          postgres - other.postgres,
          load - other.load,
          difference);
    }
  }

  Meter(long gateway, RedisGauge redis) {
    this.gateway = gateway;
    this.redis = redis;
    this.before = now();
  }

  double seconds() {
    return (System.nanoTime() - start) / 1e9;
  }

  Spent spent() {
    return now().minus(before);
  }

  private Spent now() {
    return new Spent(
        Proc.cpu(List.of(gateway)),
        Proc.cpu(List.of(redis.pid())),
        Proc.cpu(Proc.children(gateway, "postgres")),
        Proc.cpu(List.of(ProcessHandle.current().pid())),
        redis.commands());
  }
}
