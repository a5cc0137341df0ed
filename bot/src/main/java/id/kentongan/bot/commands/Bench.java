package id.kentongan.bot.commands;

import id.kentongan.bot.Refused;
import id.kentongan.bot.bench.Benchmark;
import id.kentongan.bot.bench.Benchmark.Pace;
import id.kentongan.bot.bench.Benchmark.Plan;
import id.kentongan.bot.bench.Report;
import id.kentongan.bot.bench.Script;
import id.kentongan.bot.bench.Stores;
import id.kentongan.bot.bench.Table;
import id.kentongan.bot.bench.Way;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Measures a gateway as `run` starts it; 1 when any answer was wrong or missing, or an event loop
/// was found at one thing for 100 ms.
@Command(
    name = "bench",
    description = "Measure the gateway under the load of people who enrol.",
    subcommands = {
      BenchVillages.class,
      BenchBatch.class,
      BenchConsole.class,
      BenchCluster.class,
      BenchGrowth.class,
      BenchLimit.class
    })
final class Bench implements Callable<Integer> {
  private static final int SHORT_SECONDS = 5;
  private static final int MOST_PEOPLE = 10_000;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--users", split = ",", description = "People at once (64,512)")
  private List<Integer> users = List.of(64, 512);

  @Option(names = "--seconds", description = "Seconds measured for each number of people (20)")
  private int seconds = 20;

  @Option(names = "--warm-up", description = "Seconds before each measurement (20)")
  private int warmUp = 20;

  @Option(names = "--short", description = "64 people, 5 seconds, one start")
  private boolean shortly;

  @Option(names = "--script", description = "What people say", paramLabel = "FILE")
  private @Nullable Path script;

  @Option(names = "--redis", description = "An empty Redis, instead of the embedded one")
  private @Nullable String redis;

  @Option(names = "--database", description = "An empty database, instead of the embedded one")
  private @Nullable String database;

  @Option(
      names = "--fsync",
      split = ",",
      description = "Redis's appendfsync, one after another: always, everysec, no")
  private List<String> fsync = List.of();

  @Option(
      names = "--by",
      split = ",",
      description = "How people come, one after another: webhook, polling, twilio (webhook)")
  private List<Way> ways = List.of(Way.WEBHOOK);

  @Option(names = "--alone", description = "Without the limit in turn with it")
  private boolean alone;

  @Option(names = "--rate", description = "Seek the highest rate with p99 within 100 ms, too")
  private boolean open;

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    LocalDate today = LocalDate.ofInstant(Clock.systemUTC().instant(), Clock.systemUTC().getZone());
    boolean sound = true;
    for (Way way : ways) {
      Report report = Benchmark.run(plan(way), Clock.systemUTC());
      Table.lines(report, today).forEach(out::println);
      out.println();
      out.flush();
      // why: in a cold gateway an event loop waits for classes.
      sound &= report.sound() && (shortly || report.unhindered());
    }
    return sound ? 0 : 1;
  }

  private Plan plan(Way way) {
    if (!fsync.stream().allMatch(when -> when.matches("always|everysec|no"))) {
      throw new Refused("--fsync: always, everysec or no.");
    }
    if (seconds < 1 || warmUp < 0 || users.stream().anyMatch(n -> n < 1 || n > MOST_PEOPLE)) {
      throw new Refused("--users: 1 to " + MOST_PEOPLE + "; --seconds: at least 1.");
    }
    Path home = Home.folder().toAbsolutePath();
    Path lines = script == null ? home.resolve("bench/enrolment.json") : script;
    String program = home.resolve("kentongan").toString();
    return new Plan(
        List.of(program, "run"),
        alone || way != Way.WEBHOOK ? List.of() : List.of(program, "bench", "limit"),
        Script.read(lines),
        new Stores(Optional.ofNullable(redis), Optional.ofNullable(database), fsync),
        new Pace(
            way,
            shortly ? List.of(users.getFirst()) : users,
            Duration.ofSeconds(shortly ? SHORT_SECONDS : warmUp),
            Duration.ofSeconds(shortly ? SHORT_SECONDS : seconds),
            !shortly,
            open));
  }
}
