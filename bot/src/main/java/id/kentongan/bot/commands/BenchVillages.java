package id.kentongan.bot.commands;

import id.kentongan.bot.bench.VillageBenchmark;
import id.kentongan.dialogs.content.reading.Loaded;
import id.kentongan.integrations.content.YamlContent;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Measures imports and questions about villages in a PostgreSQL of its own, with generated data.
@Command(
    name = "villages",
    description = "Measure imports, coverage questions and a province's report.")
final class BenchVillages implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--members", description = "Members of the generated province (500000)")
  private int members = 500_000;

  @Override
  public Integer call() throws IOException {
    Loaded content = YamlContent.load(Home.folder().resolve("config"));
    try (var folder = new ChatFolder(null)) {
      var out = spec.commandLine().getOut();
      VillageBenchmark.run(folder.settings().dataDir(), content.content().words(), members)
          .forEach(out::println);
      out.flush();
    }
    return 0;
  }
}
