package id.kentongan.bot.commands;

import id.kentongan.bot.bench.BatchBenchmark;
import id.kentongan.dialogs.content.reading.Loaded;
import id.kentongan.integrations.content.YamlContent;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Measures a list of people in a PostgreSQL of its own.
@Command(name = "batch", description = "Measure a list of people from its file to its results.")
final class BenchBatch implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--people", description = "People in the list, at most 2000 (2000)")
  private int people = 2000;

  @Override
  public Integer call() throws IOException {
    Loaded content = YamlContent.load(Home.folder().resolve("config"));
    try (var folder = new ChatFolder(null)) {
      var out = spec.commandLine().getOut();
      var data = folder.settings().dataDir();
      BatchBenchmark.run(data, content.content(), people, Clock.systemUTC()).forEach(out::println);
      out.flush();
    }
    return 0;
  }
}
