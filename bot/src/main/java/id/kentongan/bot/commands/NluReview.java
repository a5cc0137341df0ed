package id.kentongan.bot.commands;

import id.kentongan.bot.Refused;
import id.kentongan.integrations.content.CorpusAdditions;
import id.kentongan.integrations.postgres.learning.ReviewRows;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Prints the messages that were not understood as a table to be edited, its first column for the
/// intent: empty, or as officers labelled it in the console; `--add` takes such a table and writes
/// its labelled lines into the corpus.
@Command(name = "review", description = "Export what was not understood, redacted, for labelling.")
final class NluReview implements Callable<Integer> {
  static final String HEAD = "label\ttext\tguess\tconfidence\tlanguage\tstate\tday\twhy";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--add", description = "Adds FILE's labelled lines to the corpus")
  private @Nullable Path add;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    int code = add == null ? export(out) : add(add, out);
    out.flush();
    return code;
  }

  /// What the corpus says by now is left out.
  private static int export(PrintWriter out) {
    var additions = new CorpusAdditions(Nlu.config(), Nlu.files());
    out.println(HEAD);
    OwnDatabase.with(
            Home.settings(), (database, key) -> database.transact(ReviewRows::list).await())
        .stream()
        .filter(row -> !additions.says(row.kept().text()))
        .forEach(row -> out.println(line(row)));
    return 0;
  }

  private static String line(ReviewRows.Row row) {
    var kept = row.kept();
    return String.format(
        Locale.ROOT,
        "%s\t%s\t%s\t%.2f\t%s\t%s\t%s\t%s",
        row.label(),
        kept.text(),
        kept.intent(),
        kept.confidence(),
        kept.language(),
        row.state(),
        row.day(),
        kept.why());
  }

  private static int add(Path file, PrintWriter out) {
    var additions = new CorpusAdditions(Nlu.config(), Nlu.files());
    var result = additions.add(lines(file));
    result.faults().forEach(out::println);
    out.printf(
        Locale.ROOT,
        "%d added, %d there already, %d without a label.%n",
        result.added(),
        result.known(),
        result.unlabelled());
    return result.faults().isEmpty() ? 0 : 1;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new Refused("Cannot read " + file + ": " + e.getMessage());
    }
  }
}
