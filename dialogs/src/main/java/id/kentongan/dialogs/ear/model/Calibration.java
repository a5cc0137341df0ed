package id.kentongan.dialogs.ear.model;

import id.kentongan.dialogs.ear.model.LinearModel.Scores;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/// From a model's score to the probability that its best guess is right, by a logistic curve over
/// the score's odds and the share of known features; and `threshold`, from which on one acts on it.
public record Calibration(double offset, double odds, double coverage, double threshold) {
  private static final double EDGE = 1e-6;

  /// Where less than this share of a message is known, confidence falls with it: a model that was
  /// right on all it saw knows nothing of what it never saw.
  private static final double LEAST_KNOWN = 0.2;

  /// The probability that the best of these scores is right.
  double confidence(Scores scores) {
    double known = Math.min(1, scores.coverage() / LEAST_KNOWN);
    return known * confidence(best(scores), scores.coverage());
  }

  double confidence(double best, double covered) {
    return 1 / (1 + Math.exp(-(offset + odds * logOdds(best) + coverage * covered)));
  }

  static double logOdds(double probability) {
    double inside = Math.clamp(probability, EDGE, 1 - EDGE);
    return Math.log(inside / (1 - inside));
  }

  static double best(Scores scores) {
    return scores.probabilities()[bestOf(scores)];
  }

  static int bestOf(Scores scores) {
    float[] p = scores.probabilities();
    int best = 0;
    for (int c = 1; c < p.length; c++) {
      best = p[c] > p[best] ? c : best;
    }
    return best;
  }

  void write(DataOutputStream out) throws IOException {
    out.writeDouble(offset);
    out.writeDouble(odds);
    out.writeDouble(coverage);
    out.writeDouble(threshold);
  }

  static Calibration read(DataInputStream in) throws IOException {
    return new Calibration(in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble());
  }
}
