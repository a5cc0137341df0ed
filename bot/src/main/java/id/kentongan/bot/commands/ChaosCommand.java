package id.kentongan.bot.commands;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import id.kentongan.bot.Refused;
import id.kentongan.bot.chaos.Chaos;
import id.kentongan.bot.chaos.Chaos.Breaks;
import id.kentongan.bot.chaos.Chaos.Ending;
import id.kentongan.bot.chaos.Chaos.Order;
import id.kentongan.bot.chaos.Chaos.Program;
import id.kentongan.bot.chaos.ChaosTable;
import id.kentongan.bot.chaos.Report;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Kills and cuts while people talk, then reconciles; 1 when any promise was broken.
@Command(
    name = "chaos",
    description = "Kill, cut and pause gateways and stores under load, then hold all to the books.")
final class ChaosCommand implements Callable<Integer> {
  private static final int LONGEST = 24 * 60;
  private static final int PEOPLE_A_MINUTE = 100;
  private static final int MOST_PEOPLE = 500;

  /// In seconds: whoever comes at the beginning of ten minutes ends a journey in them.
  private static final int LONGEST_THOUGHT = 24;

  /// why: a quiet machine needs a quarter of a minute, a crowded one many; a judge must not judge
  /// the machine.
  private static final Duration SETTLES_WITHIN = Duration.ofMinutes(15);

  /// What says of each connection that somebody broke it; here that is the purpose.
  private static final String CONNECTIONS = "io.vertx.core.net.impl.ConnectionBase";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--minutes", description = "How long things go wrong (10)")
  private int minutes = 10;

  @Option(names = "--seed", description = "Repeats the plan of an earlier run (1)")
  private long seed = 1;

  @Option(names = "--people", description = "People at once (100 for each minute, 500 at most)")
  private int people;

  @Option(names = "--beside", description = "Another version's folder: it runs the second gateway")
  private @Nullable Path beside;

  @Option(names = "--calm", description = "Break nothing, and weigh what is held: steady load")
  private boolean calm;

  @Option(names = "--cluster", description = "On a Redis Cluster, whose masters die and move")
  private boolean cluster;

  @Option(names = "--short", description = "40 people, 25 seconds")
  private boolean shortly;

  @Override
  public Integer call() {
    if (cluster && (shortly || calm)) {
      throw new Refused("--cluster: neither with --short nor with --calm.");
    }
    if (minutes < 1 || minutes > LONGEST || people < 0) {
      throw new Refused("--minutes: 1 to " + LONGEST + "; --people: at least 1.");
    }
    if (LoggerFactory.getLogger(CONNECTIONS) instanceof Logger connections) {
      connections.setLevel(Level.OFF);
    }
    var out = spec.commandLine().getOut();
    var err = spec.commandLine().getErr();
    Report report = Chaos.run(order(), Clock.systemUTC(), err::println);
    LocalDate today = LocalDate.ofInstant(Clock.systemUTC().instant(), Clock.systemUTC().getZone());
    ChaosTable.lines(report, today).forEach(out::println);
    out.flush();
    return report.sound() ? 0 : 1;
  }

  private Order order() {
    Path home = Home.folder().toAbsolutePath();
    var program =
        new Program(Home.gateway(home), home, Optional.ofNullable(beside).map(Home::gateway));
    return shortly
        ? Order.brief(program, seed)
        : new Order(
            program,
            seed,
            people == 0 ? Math.min(MOST_PEOPLE, PEOPLE_A_MINUTE * minutes) : people,
            Duration.ofSeconds(Math.min(LONGEST_THOUGHT, 4 + 2L * minutes)),
            Duration.ofMinutes(minutes),
            calm ? Breaks.NONE : new Breaks(Duration.ofSeconds(4), away(), true, cluster),
            new Ending(false, SETTLES_WITHIN));
  }

  /// Two minutes as soon as there is time for it.
  private Duration away() {
    return minutes >= 5 ? Duration.ofMinutes(2) : Duration.ofSeconds(20L * minutes);
  }
}
