package id.kentongan.integrations;

import org.jspecify.annotations.Nullable;

/// What a provider says of a message we sent: its id there, its state, and the provider's error
/// code if any. Reports come in any order; merging only moves forward.
public record DeliveryReport(String providerId, State state, @Nullable String error) {
  /// In the order of progress; FAILED counts only before DELIVERED.
  public enum State {
    QUEUED,
    SENT,
    FAILED,
    DELIVERED,
    READ
  }
}
