package id.kentongan.dialogs.ear.eval;

import java.util.List;

/// One message with what it means, the likeliest guesses, best first, the confidence of the best,
/// and what came of it.
public record Judged(
    String wanted, List<String> guesses, double confidence, Decision decision, String normal) {
  public String guessed() {
    return guesses.getFirst();
  }

  /// What the guess counts as: out of scope when it is not even asked about.
  String counted(String outOfScope) {
    return decision == Decision.REFUSE ? outOfScope : guessed();
  }

  /// One of the guesses that are asked about is right.
  boolean askedRightly() {
    return decision == Decision.ASK && guesses.contains(wanted);
  }
}
