package id.kentongan.dialogs.ear.eval;

/// One message with what it means and what was guessed; `confident` when the guess reached the
/// threshold.
public record Judged(
    String wanted, String guessed, double confidence, boolean confident, String normal) {
  /// What the guess counts as: out of scope when it is not confident.
  public String counted(String outOfScope) {
    return confident ? guessed : outOfScope;
  }
}
