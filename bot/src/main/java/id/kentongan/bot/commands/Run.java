package id.kentongan.bot.commands;

import id.kentongan.bot.Wiring;
import id.kentongan.bot.halt.MovedClock;
import id.kentongan.bot.settings.Settings;
import id.kentongan.bot.settings.SettingsReader;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The gateway, until it is told to stop.
@Command(name = "run", description = "Run the gateway with what is configured.")
final class Run implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(Run.class);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws InterruptedException {
    var out = spec.commandLine().getOut();
    Settings settings = Home.settings();
    var clock = MovedClock.of(settings.dataDir().resolve(SettingsReader.CHAOS), Clock.systemUTC());
    Wiring wiring = Wiring.serve(Home.folder(), settings, clock);
    var pid = GatewayPid.here(settings);
    // why: a start leaves much rubbish, most where it learned the language; given back before it
    // serves.
    OldSpace.keepSmall();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(wiring, pid), "stop"));
    wiring.greeting().forEach(out::println);
    out.flush();
    new CountDownLatch(1).await();
    return 0;
  }

  /// why: a stop that was asked for and went well is a success, not the signal's 143.
  // why it tells the time: after that the virtual machine may keep its classes, for seconds.
  private static void stop(Wiring wiring, GatewayPid pid) {
    long begun = System.nanoTime();
    wiring.close();
    pid.close();
    LOG.info("all parts stopped in {} ms", (System.nanoTime() - begun) / 1_000_000);
    Runtime.getRuntime().halt(0);
  }
}
