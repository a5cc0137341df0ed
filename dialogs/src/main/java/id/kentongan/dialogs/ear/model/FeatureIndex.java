package id.kentongan.dialogs.ear.model;

import java.util.Arrays;

/// Finds the row of a feature by its hash: open addressing over the rows' hashes, at most two
/// thirds full.
final class FeatureIndex {
  private static final int FREE = -1;

  private final int[] hashes;
  private final int[] rows;

  FeatureIndex(int[] hashes) {
    this.hashes = hashes;
    rows = new int[Integer.highestOneBit(Math.max(8, hashes.length + hashes.length / 2)) << 1];
    Arrays.fill(rows, FREE);
    for (int row = 0; row < hashes.length; row++) {
      put(row);
    }
  }

  /// -1 for a feature never seen.
  int row(int hash) {
    int mask = rows.length - 1;
    int at = hash & mask;
    while (rows[at] != FREE && hashes[rows[at]] != hash) {
      at = (at + 1) & mask;
    }
    return rows[at];
  }

  int bytes() {
    return rows.length * Integer.BYTES;
  }

  private void put(int row) {
    int mask = rows.length - 1;
    int at = hashes[row] & mask;
    while (rows[at] != FREE) {
      at = (at + 1) & mask;
    }
    rows[at] = row;
  }
}
