package id.kentongan.integrations;

import org.jspecify.annotations.Nullable;

/// What a provider says of a message we sent: its id there, its state, and the provider's error
/// code if any, with what is to be done about it; `send` is the effect's blind index in
/// hexadecimal, if the report names it. Reports come in any order; merging only moves forward.
public record DeliveryReport(
    String providerId,
    State state,
    @Nullable String error,
    @Nullable Remedy remedy,
    @Nullable String send) {
  /// In the order of progress; FAILED counts only before DELIVERED.
  public enum State {
    QUEUED,
    SENT,
    FAILED,
    DELIVERED,
    READ
  }

  /// What is done about a message that the provider took and then could not deliver.
  public enum Remedy {
    /// Send it again after a while.
    AGAIN,
    /// Send it as what is allowed when the person has not written for long.
    OUTSIDE_WINDOW,
    /// Show it to the operator.
    DEAD
  }
}
