package id.kentongan.dialogs.values;

/// Money with the time it is earned in: `50rb sehari` is 50.000 a day.
public record Income(Rupiah amount, Per per) {
  /// The span an amount is earned in.
  public enum Per {
    DAY,
    WEEK,
    MONTH,
    YEAR
  }
}
