package id.kentongan.bot.commands;

import id.kentongan.bot.Refused;
import id.kentongan.integrations.postgres.learning.ContentVersions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Writes what officers published in the console as files, as they would stand in `config`.
@Command(
    name = "export",
    description = "Write the content that was published in the console as files.")
final class Export implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "FOLDER", description = "where to; config to replace its")
  private Path folder = Path.of("");

  @Override
  public Integer call() {
    Map<String, ContentVersions.Version> published =
        OwnDatabase.with(
            Home.settings(),
            (database, key) ->
                new TreeMap<>(
                    new ContentVersions(database, InstantSource.system()).published().await()));
    var out = spec.commandLine().getOut();
    published.forEach(
        (path, version) -> {
          write(folder.resolve(path), version.text());
          out.println(path);
        });
    out.printf("%d files in %s%n", published.size(), folder);
    out.flush();
    return 0;
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new Refused("cannot write " + file + ": " + e.getMessage());
    }
  }
}
