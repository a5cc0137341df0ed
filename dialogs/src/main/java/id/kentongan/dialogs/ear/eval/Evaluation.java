package id.kentongan.dialogs.ear.eval;

import id.kentongan.dialogs.ear.model.Categoriser;
import id.kentongan.dialogs.ear.model.Example;
import id.kentongan.dialogs.ear.model.Folds;
import java.util.List;

/// Judges models on messages that they were not trained on.
public final class Evaluation {
  private Evaluation() {}

  public static List<Judged> judge(Categoriser categoriser, List<Example> test) {
    return test.stream().map(e -> judge(categoriser, e)).toList();
  }

  /// Trains on all of `folds` folds but one and judges that one.
  public static List<Judged> fold(
      List<Example> examples, String outOfScope, int fold, int folds, int bytes) {
    List<Example> rest = Folds.without(examples, fold, folds);
    Categoriser categoriser = Categoriser.train(rest, outOfScope, bytes);
    return judge(categoriser, Folds.only(examples, fold, folds));
  }

  private static Judged judge(Categoriser categoriser, Example example) {
    List<Categoriser.Guess> guesses = categoriser.guess(example.normal());
    Categoriser.Guess best = guesses.getFirst();
    Decision decision =
        categoriser.sure(best)
            ? Decision.ACT
            : categoriser.likely(best) ? Decision.ASK : Decision.REFUSE;
    return new Judged(
        example.outcome(),
        guesses.stream().limit(2).map(Categoriser.Guess::outcome).toList(),
        best.confidence(),
        decision,
        example.normal());
  }
}
