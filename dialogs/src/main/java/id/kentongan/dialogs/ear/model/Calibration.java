package id.kentongan.dialogs.ear.model;

import id.kentongan.dialogs.ear.model.LinearModel.Scores;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/// From a model's scores to the probability that its best guess is right, by a logistic curve over
/// `Clues`. `sure`: from this confidence on one acts on the best guess; `likely`: below this one
/// the message means none of the outcomes.
public record Calibration(
    double offset, double odds, double lead, double coverage, double likely, double sure) {
  private static final double EDGE = 1e-6;

  /// Where less than this share of a message is known, confidence falls with it: a model that was
  /// right on all it saw knows nothing of what it never saw.
  private static final double LEAST_KNOWN = 0.2;

  /// What tells whether a best guess is right: the odds of its score, its lead over the second,
  /// both as logarithms, and the share of the message that was known.
  record Clues(double odds, double lead, double coverage) {
    static Clues of(Scores scores) {
      float[] p = scores.probabilities();
      int best = bestOf(p);
      double second = 0;
      for (int c = 0; c < p.length; c++) {
        second = c == best ? second : Math.max(second, p[c]);
      }
      double inside = Math.clamp(p[best], EDGE, 1 - EDGE);
      double lead = Math.log(inside / Math.max(EDGE, second));
      return new Clues(Math.log(inside / (1 - inside)), lead, scores.coverage());
    }

    double[] values() {
      return new double[] {1, odds, lead, coverage};
    }
  }

  /// The probability that the best of these scores is right.
  double confidence(Scores scores) {
    return confidence(Clues.of(scores));
  }

  double confidence(Clues clues) {
    double known = Math.min(1, clues.coverage() / LEAST_KNOWN);
    double sum = offset + odds * clues.odds() + lead * clues.lead() + coverage * clues.coverage();
    return known / (1 + Math.exp(-sum));
  }

  static int bestOf(float[] p) {
    int best = 0;
    for (int c = 1; c < p.length; c++) {
      best = p[c] > p[best] ? c : best;
    }
    return best;
  }

  void write(DataOutputStream out) throws IOException {
    for (double number : new double[] {offset, odds, lead, coverage, likely, sure}) {
      out.writeDouble(number);
    }
  }

  static Calibration read(DataInputStream in) throws IOException {
    return new Calibration(
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble());
  }
}
