package id.kentongan.bot.commands;

import id.kentongan.bot.Refused;
import id.kentongan.bot.chaos.Chaos;
import id.kentongan.bot.chaos.Chaos.Breaks;
import id.kentongan.bot.chaos.Chaos.Order;
import id.kentongan.bot.chaos.Chaos.Program;
import id.kentongan.bot.chaos.ChaosTable;
import id.kentongan.bot.chaos.Report;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Kills and cuts while people talk, then reconciles; 1 when any promise was broken.
@Command(
    name = "chaos",
    description = "Kill, cut and pause gateways and stores under load, then hold all to the books.",
    mixinStandardHelpOptions = true)
final class ChaosCommand implements Callable<Integer> {
  private static final int LONGEST = 24 * 60;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--minutes", description = "How long things go wrong (10)")
  private int minutes = 10;

  @Option(names = "--seed", description = "Repeats the plan of an earlier run (1)")
  private long seed = 1;

  @Option(names = "--people", description = "People at once (500)")
  private int people = 500;

  @Option(names = "--short", description = "40 people, 25 seconds")
  private boolean shortly;

  @Override
  public Integer call() {
    if (minutes < 1 || minutes > LONGEST || people < 1) {
      throw new Refused("--minutes: 1 to " + LONGEST + "; --people: at least 1.");
    }
    var out = spec.commandLine().getOut();
    Report report = Chaos.run(order(), Clock.systemUTC());
    LocalDate today = LocalDate.ofInstant(Clock.systemUTC().instant(), Clock.systemUTC().getZone());
    ChaosTable.lines(report, today).forEach(out::println);
    out.flush();
    return report.sound() ? 0 : 1;
  }

  private Order order() {
    Path home = Home.folder().toAbsolutePath();
    var program = new Program(List.of(home.resolve("kentongan").toString(), "run"), home);
    return shortly
        ? Order.brief(program, seed)
        : new Order(
            program,
            seed,
            people,
            Duration.ofSeconds(6),
            Duration.ofMinutes(minutes),
            new Breaks(Duration.ofSeconds(5), Duration.ofMinutes(minutes >= 5 ? 2 : 1)));
  }
}
