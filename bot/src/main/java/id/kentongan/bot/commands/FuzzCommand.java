package id.kentongan.bot.commands;

import id.kentongan.bot.Refused;
import id.kentongan.bot.chaos.Chaos.Program;
import id.kentongan.bot.fuzz.Fuzz;
import id.kentongan.bot.fuzz.FuzzReport;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Throws changed requests at every door; 1 when any gave way.
@Command(
    name = "fuzz",
    description = "Throw mutated requests at every door of real gateways, and judge them.")
final class FuzzCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--inputs", description = "How many requests (1000000)")
  private long inputs = 1_000_000;

  @Option(names = "--seed", description = "Makes the requests of an earlier run (1)")
  private long seed = 1;

  @Override
  public Integer call() {
    if (inputs < 1) {
      throw new Refused("--inputs: at least 1.");
    }
    var out = spec.commandLine().getOut();
    Path home = Home.folder().toAbsolutePath();
    var program = new Program(Home.gateway(home), home);
    FuzzReport report = Fuzz.run(new Fuzz.Order(program, inputs, seed), Clock.systemUTC());
    LocalDate today = LocalDate.ofInstant(Clock.systemUTC().instant(), Clock.systemUTC().getZone());
    report.lines(today).forEach(out::println);
    out.flush();
    return report.sound() ? 0 : 1;
  }
}
