package id.kentongan.dialogs.content;

import id.kentongan.dialogs.values.Rupiah;

/// What JKK pays by the rules when a worker dies of a work accident, by its parts. A calculation,
/// never a promise: the branch decides.
///
/// Source: PP 82/2019; pay-outs in Batang, February and July 2023; Metrosulteng, 17 September 2025
/// (disability).
public record AccidentBenefit(Rupiah grant, Rupiah periodic, Rupiah funeral) {
  /// `base`: the income that the contributions were paid by.
  public static AccidentBenefit ofDeath(Rules.Accident rules, Rupiah base) {
    return new AccidentBenefit(
        new Rupiah(base.amount() * rules.times()), rules.periodic(), rules.funeral());
  }

  /// Total and permanent disability.
  public static Rupiah ofDisability(Rules.Accident rules, Rupiah base) {
    return new Rupiah(base.amount() * rules.disabledTimes()).plus(rules.periodic());
  }

  public Rupiah total() {
    return grant.plus(periodic).plus(funeral);
  }
}
