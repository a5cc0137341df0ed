package id.kentongan.bot.halt;

import java.util.Locale;

/// Where a gateway may be told to die.
public enum HaltPoint {
  /// The turn is committed, the provider has no answer yet.
  AFTER_COMMIT,
  /// The provider took a message, nobody has noted it.
  AFTER_SENT,
  /// The records are being written.
  IN_RECORD,
  /// The records are written, nobody has noted it.
  AFTER_RECORD,
  /// A lease was just won.
  LEASE_WON,
  /// A lease is about to be given back.
  LEASE_GIVEN;

  /// `after-commit`.
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
