package id.kentongan.dialogs.ear.model;

/// A message in its normal form and the outcome it should have.
public record Example(String outcome, String normal) implements Comparable<Example> {
  @Override
  public int compareTo(Example other) {
    int byOutcome = outcome.compareTo(other.outcome);
    return byOutcome != 0 ? byOutcome : normal.compareTo(other.normal);
  }
}
