package id.kentongan.dialogs.ear.model;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Makes trained weights small: one byte each with one scale a row, and only as many rows as the
/// budget holds, those of the greatest effect.
final class Quantiser {
  /// Of a row beside its values: hash, rarity, scale, and its place in the index, which doubles.
  private static final int OVERHEAD = 24;
  private static final int LARGEST = 127;

  private Quantiser() {}

  static Weights quantise(
      List<String> outcomes,
      float[] bias,
      int[] hashes,
      float[] rarity,
      float[][] weights,
      float unseen,
      int bytes) {
    int[] kept = kept(weights, rarity, bytes / (outcomes.size() + OVERHEAD));
    int[] keptHashes = new int[kept.length];
    float[] keptRarity = new float[kept.length];
    float[] scales = new float[kept.length];
    byte[] values = new byte[kept.length * outcomes.size()];
    for (int row = 0; row < kept.length; row++) {
      float[] from = weights[kept[row]];
      keptHashes[row] = hashes[kept[row]];
      keptRarity[row] = rarity[kept[row]];
      scales[row] = largest(from) / LARGEST;
      for (int c = 0; c < from.length; c++) {
        values[row * from.length + c] =
            (byte) (scales[row] == 0 ? 0 : Math.round(from[c] / scales[row]));
      }
    }
    return new Weights(outcomes, bias, keptHashes, keptRarity, scales, values, unseen);
  }

  private static int[] kept(float[][] weights, float[] rarity, int rows) {
    Comparator<Integer> byEffect =
        Comparator.comparingDouble(r -> -largest(weights[r]) * rarity[r]);
    return IntStream.range(0, weights.length)
        .boxed()
        .sorted(byEffect.thenComparing(r -> r))
        .limit(rows)
        .mapToInt(r -> r)
        .sorted()
        .toArray();
  }

  private static float largest(float[] row) {
    float largest = 0;
    for (float weight : row) {
      largest = Math.max(largest, Math.abs(weight));
    }
    return largest;
  }
}
