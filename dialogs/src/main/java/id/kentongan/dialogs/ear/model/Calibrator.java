package id.kentongan.dialogs.ear.model;

import id.kentongan.dialogs.ear.model.Calibration.Clues;
import id.kentongan.dialogs.ear.model.LinearModel.Scores;
import java.util.ArrayList;
import java.util.List;

/// Fits a [Calibration] on guesses about examples that the guessing model has not seen. Messages
/// out of scope count as a fixed share of all, however few the corpus has of them.
final class Calibrator {
  private static final int FOLDS = 4;
  private static final double OUT_OF_SCOPE_SHARE = 0.15;
  private static final int STEPS = 300;
  private static final int CLUES = 4;

  private Calibrator() {}

  static Calibration calibrate(List<Example> examples, String outOfScope, int bytes) {
    List<Tried> tried = new ArrayList<>();
    long outside = examples.stream().filter(e -> e.outcome().equals(outOfScope)).count();
    double share = (double) outside / examples.size();
    double raised = Math.max(share, OUT_OF_SCOPE_SHARE);
    double outsideWeight = outside == 0 ? 0 : raised / share;
    double insideWeight = outside == 0 ? 1 : (1 - raised) / (1 - share);
    for (int fold = 0; fold < FOLDS; fold++) {
      LinearModel model = SoftmaxTrainer.train(Folds.without(examples, fold, FOLDS), bytes);
      for (Example example : Folds.only(examples, fold, FOLDS)) {
        boolean isOutside = example.outcome().equals(outOfScope);
        tried.add(tried(model, example, outOfScope, isOutside ? outsideWeight : insideWeight));
      }
    }
    return fitted(tried);
  }

  static Calibration fitted(List<Tried> tried) {
    return Thresholds.chosen(curve(tried), tried);
  }

  private static Tried tried(LinearModel model, Example example, String outOfScope, double weight) {
    Scores scores = model.scores(example.normal());
    String best = model.getOutcome(Calibration.bestOf(scores.probabilities()));
    return new Tried(
        Clues.of(scores),
        best.equals(example.outcome()),
        example.outcome().equals(outOfScope),
        best.equals(outOfScope),
        weight);
  }

  /// Logistic regression by Newton's steps over four numbers.
  private static double[] curve(List<Tried> tried) {
    double[] curve = {0, 1, 0, 0};
    double all = tried.stream().mapToDouble(Tried::weight).sum();
    for (int step = 0; step < STEPS; step++) {
      double[] slope = new double[CLUES];
      double[][] bend = new double[CLUES][CLUES];
      for (Tried one : tried) {
        add(one, curve, one.weight() / all, slope, bend);
      }
      if (descend(curve, slope, bend)) {
        break;
      }
    }
    return curve;
  }

  private static void add(
      Tried one, double[] curve, double weight, double[] slope, double[][] bend) {
    double[] x = one.clues().values();
    double sum = 0;
    for (int i = 0; i < CLUES; i++) {
      sum += curve[i] * x[i];
    }
    double p = 1 / (1 + Math.exp(-sum));
    double error = (p - (one.right() ? 1 : 0)) * weight;
    double change = Math.max(1e-9, p * (1 - p)) * weight;
    for (int i = 0; i < CLUES; i++) {
      slope[i] += error * x[i];
      for (int j = 0; j < CLUES; j++) {
        bend[i][j] += change * x[i] * x[j];
      }
    }
  }

  /// True when the step was too small to matter.
  private static boolean descend(double[] curve, double[] slope, double[][] bend) {
    for (int i = 0; i < CLUES; i++) {
      bend[i][i] += 1e-6;
    }
    double[] step = Solved.of(bend, slope);
    double length = 0;
    for (int i = 0; i < CLUES; i++) {
      curve[i] -= step[i];
      length += Math.abs(step[i]);
    }
    return length < 1e-9;
  }
}
