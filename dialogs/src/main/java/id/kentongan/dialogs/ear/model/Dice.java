package id.kentongan.dialogs.ear.model;

/// Numbers that look random and are the same in every run: xorshift from a fixed seed.
final class Dice {
  private long state = 0x9e3779b97f4a7c15L;

  /// From 0, below 1.
  float next() {
    return (step() >>> 40) * 0x1p-24f;
  }

  void shuffle(int[] order) {
    for (int i = order.length - 1; i > 0; i--) {
      int j = (int) Long.remainderUnsigned(step(), i + 1);
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
  }

  private long step() {
    state ^= state << 13;
    state ^= state >>> 7;
    state ^= state << 17;
    return state;
  }
}
