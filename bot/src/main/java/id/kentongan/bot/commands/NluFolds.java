package id.kentongan.bot.commands;

import id.kentongan.dialogs.ear.EarTrainer;
import id.kentongan.dialogs.ear.eval.Evaluation;
import id.kentongan.dialogs.ear.eval.Judged;
import id.kentongan.dialogs.ear.model.Example;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/// Cross-validation with as many folds at once as there are processors and memory for.
record NluFolds(List<Example> examples, String outOfScope, int folds) {
  /// What training on the project's own corpus takes, measured, with room.
  private static final long BYTES_A_FOLD = 400L << 20;

  /// Each example judged by a model that was not trained on it; in the order of the folds.
  List<Judged> judged() {
    List<Callable<List<Judged>>> each =
        IntStream.range(0, folds).<Callable<List<Judged>>>mapToObj(n -> () -> fold(n)).toList();
    try (var workers = Executors.newFixedThreadPool(atOnce())) {
      return workers.invokeAll(each).stream().map(NluFolds::done).flatMap(List::stream).toList();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private List<Judged> fold(int fold) {
    return Evaluation.fold(examples, outOfScope, fold, folds, EarTrainer.INTENT_BYTES);
  }

  private static int atOnce() {
    Runtime machine = Runtime.getRuntime();
    long byMemory = machine.maxMemory() / BYTES_A_FOLD;
    return (int) Math.max(1, Math.min(machine.availableProcessors(), byMemory));
  }

  private static List<Judged> done(Future<List<Judged>> fold) {
    try {
      return fold.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
