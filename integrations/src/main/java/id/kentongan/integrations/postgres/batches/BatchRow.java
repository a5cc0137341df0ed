package id.kentongan.integrations.postgres.batches;

import id.kentongan.dialogs.roll.RollRow;
import id.kentongan.dialogs.talk.BatchStand.Spot;
import org.jspecify.annotations.Nullable;

/// A row of a list, as it is to be kept: `other` says where its person is already.
record BatchRow(Spot spot, State state, RollRow said, @Nullable String other) {
  /// Where a row stands.
  enum State {
    READY,
    FAULTY,
    SKIPPED,
    IN_LIST,
    EARLIER,
    ENROLLED,
    MEMBER,
    REFUSED
  }
}
