package id.kentongan.dialogs.ear.model;

import java.util.Arrays;

/// The features of one message by 32-bit hashes, each once, with their weights. For one thread and
/// one message.
final class HashedFeatures implements FeatureSink {
  private static final int FEWEST = 64;

  /// About as many as a letter of a message gives.
  private static final int BY_LETTER = 4;

  private int[] slots;
  private int[] hashes;
  private float[] weights;
  private int size;

  HashedFeatures() {
    this(FEWEST);
  }

  /// With room for so many, a power of two, before it grows.
  private HashedFeatures(int room) {
    slots = new int[room * 2];
    hashes = new int[room];
    weights = new float[room];
  }

  static HashedFeatures of(String normal) {
    int room = Integer.highestOneBit(normal.length() * BY_LETTER);
    var features = new HashedFeatures(Math.max(FEWEST, room));
    new MessageFeatures().extract(normal, features);
    return features;
  }

  @Override
  public void add(FeatureKind kind, CharSequence name) {
    add(hash(kind, name), kind.weight());
  }

  void add(int hash, float weight) {
    if (size * 2 >= slots.length) {
      grow();
    }
    int mask = slots.length - 1;
    int at = hash & mask;
    while (slots[at] != 0) {
      if (hashes[slots[at] - 1] == hash) {
        return;
      }
      at = (at + 1) & mask;
    }
    hashes[size] = hash;
    weights[size] = weight;
    size++;
    slots[at] = size;
  }

  int size() {
    return size;
  }

  int hash(int i) {
    return hashes[i];
  }

  float weight(int i) {
    return weights[i];
  }

  /// Never 0, which marks an empty slot in tables of hashes.
  static int hash(FeatureKind kind, CharSequence name) {
    long hash = 0xcbf29ce484222325L ^ kind.code();
    hash *= 0x100000001b3L;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
    }
    hash ^= hash >>> 29;
    hash *= 0xbf58476d1ce4e5b9L;
    int folded = (int) (hash ^ (hash >>> 32));
    return folded == 0 ? 1 : folded;
  }

  private void grow() {
    hashes = Arrays.copyOf(hashes, hashes.length * 2);
    weights = Arrays.copyOf(weights, weights.length * 2);
    slots = new int[slots.length * 2];
    int mask = slots.length - 1;
    for (int i = 0; i < size; i++) {
      int at = hashes[i] & mask;
      while (slots[at] != 0) {
        at = (at + 1) & mask;
      }
      slots[at] = i + 1;
    }
  }
}
