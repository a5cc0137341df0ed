package id.kentongan.bot.commands;

import id.kentongan.dialogs.ear.Ear;
import id.kentongan.dialogs.ear.EarTrainer;
import id.kentongan.dialogs.ear.Understood;
import id.kentongan.dialogs.ear.Understood.Certainty;
import id.kentongan.integrations.content.EarFiles;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// For each line of standard input one line: `intent<TAB>confidence<TAB>language`. A message that
/// none of the intents is likely enough for is out of scope.
@Command(name = "predict", description = "Print intent, confidence and language of each line.")
final class NluPredict implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    EarFiles files = Nlu.files();
    Ear ear = files.ears().apply(Nlu.model(files, spec));
    var out = spec.commandLine().getOut();
    Nlu.input().map(line -> line(ear.hear(line))).forEach(out::println);
    out.flush();
    return 0;
  }

  static String line(Understood understood) {
    Understood.Guess best = understood.best();
    boolean nothing = understood.certainty() == Certainty.UNSURE;
    String intent = nothing ? EarTrainer.OUT_OF_SCOPE : best.intent();
    boolean other = nothing && !best.intent().equals(EarTrainer.OUT_OF_SCOPE);
    double confidence = other ? 1 - best.confidence() : best.confidence();
    return String.format(
        Locale.ROOT, "%s\t%.3f\t%s", intent, confidence, understood.language().code());
  }
}
