package id.kentongan.dialogs.ear.model;

/// Finds the row of a feature by its hash: open addressing, at most half full.
final class FeatureIndex {
  private final int[] keys;
  private final int[] rows;

  FeatureIndex(int[] hashes) {
    int capacity = Integer.highestOneBit(Math.max(8, hashes.length) * 2 - 1) << 1;
    keys = new int[capacity];
    rows = new int[capacity];
    for (int row = 0; row < hashes.length; row++) {
      put(hashes[row], row);
    }
  }

  /// -1 for a feature never seen.
  int row(int hash) {
    int mask = keys.length - 1;
    int at = hash & mask;
    while (keys[at] != 0) {
      if (keys[at] == hash) {
        return rows[at];
      }
      at = (at + 1) & mask;
    }
    return -1;
  }

  int bytes() {
    return keys.length * 8;
  }

  private void put(int hash, int row) {
    int mask = keys.length - 1;
    int at = hash & mask;
    while (keys[at] != 0) {
      at = (at + 1) & mask;
    }
    keys[at] = hash;
    rows[at] = row;
  }
}
