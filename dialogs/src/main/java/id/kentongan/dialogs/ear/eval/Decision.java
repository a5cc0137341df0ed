package id.kentongan.dialogs.ear.eval;

/// What comes of a guess: one acts on it, asks which of the first two is meant, or takes the
/// message for out of scope.
public enum Decision {
  ACT,
  ASK,
  REFUSE
}
