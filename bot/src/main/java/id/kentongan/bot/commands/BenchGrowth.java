package id.kentongan.bot.commands;

import id.kentongan.bot.Refused;
import id.kentongan.bot.bench.GrowthBenchmark;
import id.kentongan.bot.bench.GrowthBenchmark.Plan;
import id.kentongan.bot.bench.GrowthBenchmark.Size;
import id.kentongan.bot.bench.Script;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Measures a gateway with much in its stores and much to do besides.
@Command(
    name = "growth",
    description = "Measure people who chat beside many conversations, timers and a broadcast.")
final class BenchGrowth implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--conversations", description = "Stored in Redis (1000000)")
  private int conversations = 1_000_000;

  @Option(names = "--timers", description = "Due within one minute (100000)")
  private int timers = 100_000;

  @Option(names = "--readers", description = "Of a broadcast (200000)")
  private int readers = 200_000;

  @Option(names = "--seconds", description = "Seconds measured, of each line (10)")
  private int seconds = 10;

  @Override
  public Integer call() {
    if (conversations < 1 || timers < 1 || readers < 1 || seconds < 1) {
      throw new Refused("--conversations, --timers, --readers, --seconds: at least 1.");
    }
    Path home = Home.folder().toAbsolutePath();
    var plan =
        new Plan(
            Home.gateway(home),
            Script.read(home.resolve("bench/enrolment.json")),
            new Size(conversations, timers, readers),
            Duration.ofSeconds(seconds));
    List<String> lines = GrowthBenchmark.run(plan, Clock.systemUTC());
    var out = spec.commandLine().getOut();
    lines.forEach(out::println);
    out.flush();
    return lines.getLast().startsWith("no ") ? 0 : 1;
  }
}
