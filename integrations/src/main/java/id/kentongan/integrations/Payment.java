package id.kentongan.integrations;

import id.kentongan.dialogs.values.Nik;
import id.kentongan.dialogs.values.Rupiah;
import java.time.Instant;

/// A payment that a payment channel's system tells of: `id` is its own, at most 64 characters;
/// `channel` the place where it was paid, e.g. `BRILink`.
public record Payment(String id, Payer payer, Rupiah amount, Instant paidAt, String channel) {
  /// Who or what was paid for.
  public sealed interface Payer {
    /// The number that people pay by.
    record ByNik(Nik nik) implements Payer {}

    /// An enrolment's number, e.g. `DFT-2026-000123`.
    record ByEnrolment(String number) implements Payer {}
  }

  @Override
  public String toString() {
    return "Payment[" + id + "]";
  }

  /// What became of a payment.
  public sealed interface Settled {
    /// It paid for contribution months; `number` is ours, e.g. `BYR-2026-000001`.
    record Taken(String number) implements Settled {}

    /// Kept for an officer.
    record Review(String number, Reason reason) implements Settled {}

    /// Another payment has come under this id before.
    record Conflict() implements Settled {}
  }

  /// Why a payment waits for an officer.
  public enum Reason {
    /// Nobody of ours has this number.
    UNKNOWN,
    /// Less than what is due.
    PARTIAL,
    /// More than what is due.
    OVER,
    /// The enrolment is looked at first, or was refused.
    NOT_OPEN,
    /// The protection rests: how it comes back is the branch's to say.
    LAPSED,
    /// What is due cannot be told, because no income is known.
    UNPRICED
  }
}
