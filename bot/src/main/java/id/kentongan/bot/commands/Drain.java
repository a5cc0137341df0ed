package id.kentongan.bot.commands;

import id.kentongan.bot.Refused;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Tells the gateway of this data folder to finish and stop, as SIGTERM does, and waits for it.
@Command(
    name = "drain",
    description = "Let the gateway of this data folder finish what it has in hand and stop.")
final class Drain implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--seconds", description = "how long to wait for its end (120)")
  private long seconds = 120;

  @Override
  public Integer call() throws InterruptedException {
    var settings = Home.settings();
    ProcessHandle gateway =
        GatewayPid.running(settings)
            .orElseThrow(() -> new Refused("No gateway runs on " + settings.dataDir() + "."));
    gateway.destroy();
    try {
      gateway.onExit().get(seconds, TimeUnit.SECONDS);
    } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
      throw new Refused("It has not ended within " + seconds + " s; look at its log.");
    }
    spec.commandLine().getOut().println("It has stopped.");
    spec.commandLine().getOut().flush();
    return 0;
  }
}
