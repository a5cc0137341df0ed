package id.kentongan.integrations.postgres;

import java.util.Locale;

/// Where a death-benefit claim stands.
public enum ClaimState {
  /// Prepared in the chat; to be brought to the branch.
  PREPARED,
  /// The branch has every paper: the promised days count from here.
  COMPLETE,
  APPROVED,
  PAID,
  REFUSED;

  /// The key of the words that tell it, under `matter`, e.g. `claim.prepared`.
  public String words() {
    return "claim." + name().toLowerCase(Locale.ROOT);
  }
}
