package id.kentongan.bot.commands;

import id.kentongan.bot.console.ConsoleBenchmark;
import id.kentongan.integrations.content.YamlContent;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Measures how long the console's pages take in a PostgreSQL of its own, with generated data.
@Command(
    name = "console",
    description = "Measure how long the console's pages take with many conversations stored.")
final class BenchConsole implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--talks", description = "Conversations stored (100000)")
  private int talks = 100_000;

  @Override
  public Integer call() throws IOException {
    var content = YamlContent.load(Home.folder().resolve("config")).content();
    try (var folder = new ChatFolder(null)) {
      var lines = ConsoleBenchmark.run(folder.settings().dataDir(), content, talks);
      var out = spec.commandLine().getOut();
      lines.forEach(out::println);
      out.flush();
      return lines.stream().anyMatch(line -> line.endsWith("MISSED")) ? 1 : 0;
    }
  }
}
