package id.kentongan.bot.bench;

/// One measurement: so many people at once for so many seconds, what the gateway's process held at
/// its end, and what its virtual machine did.
record Window(
    Benchmark.Stage stage,
    double seconds,
    Latencies latencies,
    Meter.Spent spent,
    double residentMegabytes,
    Jvm jvm) {
  double rate() {
    return latencies.count() / seconds;
  }

  /// An amount of the whole window for each message; 0 without messages.
  double each(double amount) {
    return latencies.count() == 0 ? 0 : amount / latencies.count();
  }

  double commands() {
    return each(spent.commands().values().stream().mapToDouble(Long::doubleValue).sum());
  }

  /// Calls of the gateway's functions in Redis.
  double calls() {
    return each(spent.commands().getOrDefault("fcall", 0L).doubleValue());
  }
}
