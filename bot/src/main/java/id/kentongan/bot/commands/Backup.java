package id.kentongan.bot.commands;

import id.kentongan.bot.Refused;
import id.kentongan.bot.backup.Backups;
import id.kentongan.bot.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Copies both stores into a file, beside a running gateway.
@Command(
    name = "backup",
    description = "Copy conversations and records into a file, beside a running gateway.")
final class Backup implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "FILE", description = "where to; must not be there yet")
  private Path file = Path.of("");

  @Override
  public Integer call() {
    Settings settings = Home.settings();
    try {
      var made = new Backups(settings, InstantSource.system()).write(file.toAbsolutePath());
      var out = spec.commandLine().getOut();
      out.printf(
          "%s: %d conversations, %d effects that wait, %d dead letters; %d rows of %d tables;"
              + " %d bytes%n",
          file,
          made.redis().conversations(),
          made.redis().waiting(),
          made.redis().deadLetters(),
          made.rows(),
          made.tables(),
          Files.size(file));
      out.printf("Not in it: the master key %s, without which it opens nothing;%n", made.key());
      out.println("keep that elsewhere. Nor what waits in a node's spool, nor config/.");
      out.flush();
      return 0;
    } catch (IOException e) {
      throw new Refused("The backup was not written: " + e.getMessage());
    }
  }
}
