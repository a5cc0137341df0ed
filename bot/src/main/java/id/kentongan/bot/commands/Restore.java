package id.kentongan.bot.commands;

import id.kentongan.bot.Refused;
import id.kentongan.bot.backup.Backups;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Puts a backup back into empty stores.
@Command(
    name = "restore",
    description = "Put a backup back into empty stores; no gateway may run on them.")
final class Restore implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "FILE", description = "as written by backup")
  private Path file = Path.of("");

  @Override
  public Integer call() {
    if (!Files.isReadable(file)) {
      throw new Refused("There is no file " + file + " that can be read.");
    }
    try {
      var back = new Backups(Home.settings(), InstantSource.system()).restore(file);
      var redis = back.redis();
      var out = spec.commandLine().getOut();
      out.printf(
          "%d conversations, %d effects that wait, %d dead letters; %d rows of %d tables%n",
          redis.conversations(), redis.waiting(), redis.deadLetters(), back.rows(), back.tables());
      if (redis.laidAside() > 0) {
        out.printf(
            "%d messages are too old to be sent now: see dead-letters list, then replay or drop%n",
            redis.laidAside());
      }
      out.println("Erasures since that backup are undone by it: erase those people again.");
      out.flush();
      return 0;
    } catch (IOException e) {
      throw new Refused("Not restored, empty both stores and try again: " + e.getMessage());
    }
  }
}
