package id.kentongan.dialogs.content;

import id.kentongan.dialogs.values.Rupiah;

/// What JKM pays by the rules when a worker dies, by its parts. A calculation, never a promise: the
/// branch decides.
///
/// Source: PP 82/2019 art. 34; Permenaker 1/2025 (the first months).
public record DeathBenefit(Rupiah grant, Rupiah periodic, Rupiah funeral) {
  /// `monthsPaid`: contribution months paid without a gap since the registration.
  public static DeathBenefit of(Rules.Death rules, int monthsPaid) {
    return monthsPaid >= rules.fullAfterMonths()
        ? new DeathBenefit(rules.grant(), rules.periodic(), rules.funeral())
        : new DeathBenefit(Rupiah.ZERO, Rupiah.ZERO, rules.funeral());
  }

  public Rupiah total() {
    return grant.plus(periodic).plus(funeral);
  }

  public boolean full() {
    return grant.amount() > 0;
  }
}
