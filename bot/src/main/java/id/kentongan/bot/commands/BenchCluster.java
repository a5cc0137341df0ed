package id.kentongan.bot.commands;

import id.kentongan.bot.Refused;
import id.kentongan.bot.bench.ClusterBenchmark;
import id.kentongan.bot.bench.ClusterBenchmark.Plan;
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

/// Measures gateways on a Redis Cluster of its own.
@Command(name = "cluster", description = "Measure one gateway and two on a Redis Cluster.")
final class BenchCluster implements Callable<Integer> {
  private static final int MOST_PEOPLE = 10_000;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--users", description = "People at once (64)")
  private int users = 64;

  @Option(names = "--seconds", description = "Seconds measured, of each line (10)")
  private int seconds = 10;

  @Option(names = "--warm-up", description = "Seconds before each measurement (10)")
  private int warmUp = 10;

  @Override
  public Integer call() {
    if (seconds < 1 || warmUp < 0 || users < 1 || users > MOST_PEOPLE) {
      throw new Refused("--users: 1 to " + MOST_PEOPLE + "; --seconds: at least 1.");
    }
    Path home = Home.folder().toAbsolutePath();
    var plan =
        new Plan(
            Home.gateway(home),
            Script.read(home.resolve("bench/enrolment.json")),
            users,
            Duration.ofSeconds(warmUp),
            Duration.ofSeconds(seconds));
    List<String> lines = ClusterBenchmark.run(plan, Clock.systemUTC());
    var out = spec.commandLine().getOut();
    lines.forEach(out::println);
    out.flush();
    return lines.getLast().startsWith("no ") ? 0 : 1;
  }
}
