package id.kentongan.bot.commands;

import id.kentongan.bot.Base;
import id.kentongan.bot.settings.Fault;
import id.kentongan.bot.settings.Settings;
import id.kentongan.bot.settings.SettingsReader;
import id.kentongan.bot.settings.SettingsReader.Read;
import id.kentongan.dialogs.content.reading.Coverage;
import id.kentongan.dialogs.content.reading.Loaded;
import id.kentongan.integrations.content.YamlContent;
import id.kentongan.integrations.crypto.KeyFile;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Reads the settings and every content file and prints all their faults together, then how much of
/// each language there is. Ends with 1 when there is any fault.
@Command(name = "check", description = "Validate the configuration and every content file.")
final class Check implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Loaded loaded = YamlContent.load(Home.folder().resolve("config"));
    var faults = new ArrayList<String>();
    switch (SettingsReader.read(Home.folder(), System.getenv())) {
      case Read.Good(Settings settings) ->
          KeyFile.exposed(Base.keyFile(settings)).ifPresent(out::println);
      case Read.Faulty(List<Fault> found) -> found.forEach(it -> faults.add(it.toString()));
    }
    loaded.faults().forEach(fault -> faults.add("config/" + fault));
    faults.forEach(out::println);
    coverage(out, Coverage.of(loaded.content()));
    out.println(faults.isEmpty() ? "No faults." : faults.size() + " faults.");
    out.flush();
    return faults.isEmpty() ? 0 : 1;
  }

  private static void coverage(PrintWriter out, List<Coverage> rows) {
    out.printf(Locale.ROOT, "%-12s %20s %20s%n", "language", "words", "answers");
    for (Coverage row : rows) {
      out.printf(
          Locale.ROOT,
          "%-12s %20s %20s%n",
          row.language().name().toLowerCase(Locale.ROOT),
          share(row.words(), row.allWords()),
          share(row.answers(), row.allAnswers()));
    }
  }

  private static String share(int own, int all) {
    return own + " of " + all + " (" + own * 100 / Math.max(1, all) + "%)";
  }
}
