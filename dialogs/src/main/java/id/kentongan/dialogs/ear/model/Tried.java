package id.kentongan.dialogs.ear.model;

import id.kentongan.dialogs.ear.model.Calibration.Clues;

/// A guess about an example that the model had not seen: its clues, whether it was right, whether
/// the example is out of scope, whether the guess says so, and how much the example counts.
record Tried(Clues clues, boolean right, boolean outside, boolean guessedOutside, double weight) {
  /// Acting on this guess would be a mistake.
  boolean harmful() {
    return !right && !guessedOutside;
  }
}
