package id.kentongan.dialogs.ear.model;

import java.util.Comparator;
import java.util.List;

/// Chooses the two thresholds of a [Calibration] by what would have come of each on guesses about
/// examples that the guessing model had not seen.
final class Thresholds {
  /// Of all messages, and of those out of scope, at most this share is acted on wrongly. Under the
  /// promised 3% and 5%: other messages are a little harder than these.
  private static final double WRONG = 0.026;

  private static final double WRONG_OUTSIDE = 0.043;

  private static final double HIGHEST = 0.97;

  private Thresholds() {}

  static Calibration chosen(double[] curve, List<Tried> tried) {
    var open = new Calibration(curve[0], curve[1], curve[2], curve[3], 0, 0);
    List<Rated> rated =
        tried.stream()
            .map(t -> new Rated(t, open.confidence(t.clues())))
            .sorted(Comparator.comparingDouble(Rated::confidence).reversed())
            .toList();
    double likely = likely(rated);
    double sure = Math.max(likely, sure(rated));
    return new Calibration(curve[0], curve[1], curve[2], curve[3], likely, sure);
  }

  private record Rated(Tried tried, double confidence) {}

  /// The lowest confidence at which the shares of wrong acts are kept.
  private static double sure(List<Rated> falling) {
    double allowed = WRONG * falling.size();
    double allowedOutside = WRONG_OUTSIDE * falling.stream().filter(r -> r.tried.outside()).count();
    int wrong = 0;
    int wrongOutside = 0;
    for (Rated one : falling) {
      if (one.tried.harmful()) {
        wrong++;
        wrongOutside += one.tried.outside() ? 1 : 0;
      }
      if (wrong > allowed || wrongOutside > Math.max(allowedOutside, 0)) {
        return Math.min(HIGHEST, Math.nextUp(one.confidence));
      }
    }
    return 0;
  }

  /// The confidence under which "out of scope" is right more often than the guess.
  private static double likely(List<Rated> falling) {
    double gain = 0;
    double most = 0;
    double at = 1;
    for (Rated one : falling) {
      Tried tried = one.tried;
      double kept = tried.right() ? tried.weight() : 0;
      double refused = tried.outside() ? tried.weight() : 0;
      gain += kept - refused;
      if (gain > most) {
        most = gain;
        at = one.confidence;
      }
    }
    return at;
  }
}
