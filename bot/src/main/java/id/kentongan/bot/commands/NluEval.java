package id.kentongan.bot.commands;

import id.kentongan.bot.Refused;
import id.kentongan.dialogs.ear.EarTrainer;
import id.kentongan.dialogs.ear.eval.Evaluation;
import id.kentongan.dialogs.ear.eval.Judged;
import id.kentongan.dialogs.ear.eval.Report;
import id.kentongan.dialogs.ear.model.Categoriser;
import id.kentongan.dialogs.ear.model.Example;
import id.kentongan.integrations.content.EarFiles;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Trains on one file and tests on another (`label<TAB>text`), or cross-validates the project's own
/// corpus, and prints the figures.
@Command(name = "eval", description = "Measure how well messages are understood.")
final class NluEval implements Callable<Integer> {
  private static final int MOST_FOLDS = 100;
  private static final int WARM_UP = 3;
  private static final Set<String> USUAL = Set.of(EarTrainer.OUT_OF_SCOPE, "oos");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--train", description = "Trains on FILE", paramLabel = "FILE")
  private @Nullable Path train;

  @Option(names = "--test", description = "Tests with FILE", paramLabel = "FILE")
  private @Nullable Path test;

  @Option(names = "--oos", description = "The label for out of scope", paramLabel = "LABEL")
  private @Nullable String oos;

  @Option(names = "--compare", description = "Sets a new model against the one in use")
  private boolean compare;

  @Option(
      names = "--folds",
      description = "Into how many parts the own corpus is cut, default 10; fewer are quicker",
      paramLabel = "N")
  private int folds = 10;

  @Override
  public Integer call() {
    if (folds < 2 || folds > MOST_FOLDS) {
      throw new Refused("--folds may be 2 to " + MOST_FOLDS + ".");
    }
    if ((train == null) != (test == null)) {
      throw new Refused("Give both --train and --test, or neither.");
    }
    List<String> lines = train == null || test == null ? own() : files(train, test);
    lines.forEach(spec.commandLine().getOut()::println);
    spec.commandLine().getOut().flush();
    return 0;
  }

  private List<String> own() {
    EarFiles files = Nlu.files();
    List<Example> examples = files.trainer().intents(files.corpus());
    String label = label(examples);
    List<Judged> judged = new NluFolds(examples, label, folds).judged();
    var lines = new ArrayList<>(new Report(judged, label, scoped(examples, label)).lines());
    if (compare) {
      lines.addAll(NluCompare.lines(files, spec));
    }
    Categoriser whole = Nlu.model(files, spec).intents();
    lines.add(speed(whole, files.trainer(), files.corpus().stream().map(l -> l.text()).toList()));
    return lines;
  }

  private List<String> files(Path trainFile, Path testFile) {
    EarTrainer trainer = Nlu.files().trainer();
    List<Line> training = lines(trainFile);
    List<Line> testing = lines(testFile);
    List<Example> examples = training.stream().map(l -> l.example(trainer)).toList();
    List<Example> tests = testing.stream().map(l -> l.example(trainer)).toList();
    String label = label(examples);
    Categoriser categoriser = Categoriser.train(examples, label, EarTrainer.INTENT_BYTES);
    List<Judged> judged = Evaluation.judge(categoriser, tests);
    var lines = new ArrayList<>(new Report(judged, label, scoped(examples, label)).lines());
    if (compare) {
      lines.addAll(changes(categoriser, tests));
    }
    lines.add(speed(categoriser, trainer, testing.stream().map(Line::text).toList()));
    return lines;
  }

  /// Which test messages the new model guesses otherwise than the model in use.
  private List<String> changes(Categoriser candidate, List<Example> tests) {
    Categoriser used = Nlu.model(Nlu.files(), spec).intents();
    return tests.stream()
        .map(
            t ->
                new String[] {
                  used.guess(t.normal()).getFirst().outcome(),
                  candidate.guess(t.normal()).getFirst().outcome(),
                  t.outcome()
                })
        .filter(g -> !g[0].equals(g[1]))
        .map(g -> "changed\t" + g[0] + " -> " + g[1] + "\twanted " + g[2])
        .toList();
  }

  private String label(List<Example> examples) {
    String given = oos;
    return given != null
        ? given
        : examples.stream()
            .map(Example::outcome)
            .filter(USUAL::contains)
            .findFirst()
            .orElse(EarTrainer.OUT_OF_SCOPE);
  }

  private static boolean scoped(List<Example> examples, String label) {
    return examples.stream().anyMatch(e -> e.outcome().equals(label));
  }

  /// Of processor time, so that what else runs on the machine does not count; warm, one thread,
  /// from the text as typed to the guess.
  private static String speed(Categoriser categoriser, EarTrainer trainer, List<String> texts) {
    var threads = ManagementFactory.getThreadMXBean();
    long nanos = 0;
    for (int round = 0; round <= WARM_UP; round++) {
      long start = threads.getCurrentThreadCpuTime();
      texts.forEach(text -> categoriser.guess(trainer.intentForm(text)));
      nanos = threads.getCurrentThreadCpuTime() - start;
    }
    double micros = nanos / 1000.0 / Math.max(1, texts.size());
    int bytes = categoriser.model().bytes();
    return String.format(Locale.ROOT, "microseconds a text %.1f\nmodel bytes %d", micros, bytes);
  }

  private record Line(String label, String text) {
    Example example(EarTrainer trainer) {
      return new Example(label, trainer.intentForm(text));
    }
  }

  private static List<Line> lines(Path file) {
    try {
      return Files.readAllLines(file).stream()
          .filter(l -> l.indexOf('\t') > 0)
          .map(l -> new Line(l.substring(0, l.indexOf('\t')), l.substring(l.indexOf('\t') + 1)))
          .toList();
    } catch (IOException e) {
      throw new Refused("Cannot read " + file + ": " + e.getMessage());
    }
  }
}
