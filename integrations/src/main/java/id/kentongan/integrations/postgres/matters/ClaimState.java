package id.kentongan.integrations.postgres.matters;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// Where a death-benefit claim stands.
public enum ClaimState {
  /// Prepared in the chat; to be brought to the branch.
  PREPARED,
  /// The family is to mend or bring something.
  RETURNED,
  /// The branch has every paper: the promised days count from here.
  COMPLETE,
  APPROVED,
  PAID,
  REFUSED;

  /// The key of the words that tell it, under `matter`, e.g. `claim.prepared`.
  public String words() {
    return "claim." + name().toLowerCase(Locale.ROOT);
  }

  /// Where an officer may move it from here.
  public Set<ClaimState> next() {
    return switch (this) {
      case PREPARED, RETURNED -> EnumSet.of(COMPLETE, RETURNED, REFUSED);
      case COMPLETE -> EnumSet.of(APPROVED, RETURNED, REFUSED);
      case APPROVED -> EnumSet.of(PAID, RETURNED);
      case PAID, REFUSED -> EnumSet.noneOf(ClaimState.class);
    };
  }

  /// Whether it decides on money, so that two officers must sign.
  public boolean decides() {
    return switch (this) {
      case APPROVED, PAID, REFUSED -> true;
      case PREPARED, RETURNED, COMPLETE -> false;
    };
  }
}
