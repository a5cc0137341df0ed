package id.kentongan.dialogs.ear.model;

import id.kentongan.dialogs.ear.model.LinearModel.Scores;
import java.util.ArrayList;
import java.util.List;

/// Fits a [Calibration] on guesses about examples that the guessing model has not seen. Messages
/// out of scope count as a fixed share of all, however few the corpus has of them.
final class Calibrator {
  /// One guess: its score, how much of the message was known, whether it was right, its weight.
  record Guess(double best, double coverage, boolean right, double weight) {}

  private static final int FOLDS = 5;
  private static final double OUT_OF_SCOPE_SHARE = 0.15;

  /// Acting pays from here on when a wrong act costs a little more than a right one gains.
  private static final double THRESHOLD = 0.55;

  private static final int STEPS = 300;

  private Calibrator() {}

  static Calibration calibrate(List<Example> examples, String outOfScope) {
    List<Guess> guesses = new ArrayList<>();
    long outside = examples.stream().filter(e -> e.outcome().equals(outOfScope)).count();
    double share = (double) outside / examples.size();
    double raised = Math.max(share, OUT_OF_SCOPE_SHARE);
    double outsideWeight = outside == 0 ? 0 : raised / share;
    double insideWeight = outside == 0 ? 1 : (1 - raised) / (1 - share);
    for (int fold = 0; fold < FOLDS; fold++) {
      LinearModel model = SoftmaxTrainer.train(Folds.without(examples, fold, FOLDS));
      for (Example example : Folds.only(examples, fold, FOLDS)) {
        boolean isOutside = example.outcome().equals(outOfScope);
        Scores scores = model.scores(example.normal());
        String best = model.getOutcome(Calibration.bestOf(scores));
        guesses.add(
            new Guess(
                Calibration.best(scores),
                scores.coverage(),
                best.equals(example.outcome()),
                isOutside ? outsideWeight : insideWeight));
      }
    }
    return fit(guesses);
  }

  /// Logistic regression by gradient descent over three numbers.
  static Calibration fit(List<Guess> guesses) {
    double[] curve = {0, 1, 0};
    double all = guesses.stream().mapToDouble(Guess::weight).sum();
    for (int step = 0; step < STEPS; step++) {
      double[] slope = new double[3];
      double[][] bend = new double[3][3];
      for (Guess guess : guesses) {
        double[] x = {1, Calibration.logOdds(guess.best()), guess.coverage()};
        double p = 1 / (1 + Math.exp(-(curve[0] + curve[1] * x[1] + curve[2] * x[2])));
        double error = (p - (guess.right() ? 1 : 0)) * guess.weight() / all;
        double change = Math.max(1e-9, p * (1 - p)) * guess.weight() / all;
        for (int i = 0; i < 3; i++) {
          slope[i] += error * x[i];
          for (int j = 0; j < 3; j++) {
            bend[i][j] += change * x[i] * x[j];
          }
        }
      }
      if (descend(curve, slope, bend)) {
        break;
      }
    }
    return new Calibration(curve[0], curve[1], curve[2], THRESHOLD);
  }

  /// One Newton step; true when it was too small to matter.
  private static boolean descend(double[] curve, double[] slope, double[][] bend) {
    for (int i = 0; i < 3; i++) {
      bend[i][i] += 1e-6;
    }
    double[] step = Solved.of(bend, slope);
    double length = 0;
    for (int i = 0; i < 3; i++) {
      curve[i] -= step[i];
      length += Math.abs(step[i]);
    }
    return length < 1e-9;
  }
}
