package id.kentongan.bot.packaging;

import id.kentongan.bot.Refused;
import id.kentongan.bot.bench.Benchmark;
import id.kentongan.bot.bench.Benchmark.Pace;
import id.kentongan.bot.bench.Benchmark.Plan;
import id.kentongan.bot.bench.Script;
import id.kentongan.bot.bench.Stores;
import id.kentongan.bot.bench.Way;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The virtual machine's ahead-of-time cache of the package: the classes that a gateway under load
/// uses and what of them is hot. It holds for the very files it was learnt from, so that it is
/// learnt from the package, laid out as dpkg would and started by its own script.
///
/// Source: https://openjdk.org/jeps/515
final class StartCache {
  private static final int PEOPLE = 64;
  private static final Duration WARM_UP = Duration.ofSeconds(5);
  private static final Duration LOAD = Duration.ofSeconds(10);

  private StartCache() {}

  /// Starts the gateway of the package that is laid out below `root`, lets people say this to it,
  /// and stops it. Blocks for half a minute or more.
  static Path learn(Path root, Script said) throws IOException {
    Path cache = root.resolve("gateway.aot");
    // why: its settings are of the service; the load has its own.
    Files.deleteIfExists(root.resolve("etc/kentongan/kentongan.env"));
    var command =
        List.of(
            "env",
            "KENTONGAN_LIB=" + root.resolve("usr/lib/kentongan"),
            "KENTONGAN_ETC=" + root.resolve("etc/kentongan"),
            "LEARN_INTO=" + cache,
            root.resolve("usr/bin/kentongan").toString(),
            "run");
    var stores = new Stores(Optional.empty(), Optional.empty(), List.of());
    // why the second start: the first unpacks PostgreSQL by a sealed jar, whose classes in a cache
    // that was learnt elsewhere keep the virtual machine from starting.
    var pace = new Pace(Way.WEBHOOK, List.of(PEOPLE), WARM_UP, LOAD, true, false);
    Benchmark.run(new Plan(command, List.of(), said, stores, pace), Clock.systemUTC());
    if (!Files.isRegularFile(cache)) {
      throw new Refused("No start cache was learnt: the gateway did not stop in time.");
    }
    return cache;
  }
}
