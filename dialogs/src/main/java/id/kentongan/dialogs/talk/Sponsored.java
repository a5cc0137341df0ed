package id.kentongan.dialogs.talk;

import id.kentongan.dialogs.values.Rupiah;
import org.jspecify.annotations.Nullable;

/// A list of people whose contributions a village pays from its budget (ADD): `village` by its
/// code, `total` for all people and months, `left` what the village's budget of the year still
/// holds, where the branch has noted it.
public record Sponsored(
    String number,
    String village,
    int people,
    int months,
    Rupiah total,
    State state,
    @Nullable Rupiah left) {
  /// How far it is.
  public enum State {
    /// Two officers are to approve it.
    WAITING,
    /// Approved; its people are being enrolled.
    APPROVED,
    DONE,
    REFUSED
  }
}
