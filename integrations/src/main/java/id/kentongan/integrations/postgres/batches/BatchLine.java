package id.kentongan.integrations.postgres.batches;

import id.kentongan.dialogs.talk.BatchStand.Spot;
import id.kentongan.dialogs.values.Rupiah;
import org.jspecify.annotations.Nullable;

/// What became of a row of a list, for its table: `nik` masked, `state` a key of the words under
/// `batch.state`, `other` where its person is already.
public record BatchLine(
    Spot spot, String name, String nik, String state, String other, @Nullable Enrolled enrolled) {
  /// The enrolment's number, the receipt code that is the person's, and what it costs.
  public record Enrolled(String number, String receipt, Rupiah total) {}
}
