package id.kentongan.dialogs.ear.model;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Trains a [LinearModel] by stochastic gradient descent with smoothed labels; each time a part of
/// a message's features is left out, so that none is relied on alone. The examples are
/// sorted and then shuffled by a fixed permutation, so the same lines in any order give the same
/// model, bit by bit.
public final class SoftmaxTrainer {
  private static final int ROUNDS = 16;
  private static final float RATE = 2f;
  private static final float BIAS_RATE = 0.1f;
  private static final float SMOOTHING = 0.1f;

  /// The share of features left out.
  private static final float DROPPED = 0.35f;

  private final List<String> outcomes;
  private final int[] wanted;
  private final int[][] rows;
  private final float[][] inputs;
  private final int[] hashes;
  private final float[] rarity;
  private final float[][] weights;
  private final float[] bias;
  private final float unseen;
  private final Dice dice = new Dice();

  private SoftmaxTrainer(List<Example> examples) {
    outcomes = List.copyOf(new TreeSet<>(examples.stream().map(Example::outcome).toList()));
    List<HashedFeatures> features =
        examples.stream().map(e -> HashedFeatures.of(e.normal())).toList();
    Map<Integer, Integer> index = new HashMap<>();
    features.forEach(f -> each(f, h -> index.putIfAbsent(h, index.size())));
    hashes = new int[index.size()];
    index.forEach((hash, row) -> hashes[row] = hash);
    rarity = rarity(features, index);
    unseen = rarity(examples.size(), 0);
    weights = new float[hashes.length][outcomes.size()];
    bias = new float[outcomes.size()];
    wanted = examples.stream().mapToInt(e -> outcomes.indexOf(e.outcome())).toArray();
    rows = new int[examples.size()][];
    inputs = new float[examples.size()][];
    for (int i = 0; i < rows.length; i++) {
      vector(i, features.get(i), index);
    }
  }

  /// `bytes`: how large the model may be.
  public static LinearModel train(List<Example> examples, int bytes) {
    var trainer = new SoftmaxTrainer(examples.stream().distinct().sorted().toList());
    trainer.descend();
    return new LinearModel(
        Quantiser.quantise(
            trainer.outcomes,
            trainer.bias,
            trainer.hashes,
            trainer.rarity,
            trainer.weights,
            trainer.unseen,
            bytes));
  }

  private static void each(HashedFeatures features, java.util.function.IntConsumer consumer) {
    for (int i = 0; i < features.size(); i++) {
      consumer.accept(features.hash(i));
    }
  }

  private static float[] rarity(List<HashedFeatures> features, Map<Integer, Integer> index) {
    int[] seen = new int[index.size()];
    features.forEach(f -> each(f, h -> seen[index.getOrDefault(h, 0)]++));
    float[] rarity = new float[seen.length];
    for (int row = 0; row < seen.length; row++) {
      rarity[row] = rarity(features.size(), seen[row]);
    }
    return rarity;
  }

  /// The square root of the inverse document frequency: rare features count more, not most.
  private static float rarity(int examples, int seen) {
    return (float) Math.sqrt(Math.log((examples + 1.0) / (seen + 1)) + 1);
  }

  private void vector(int i, HashedFeatures features, Map<Integer, Integer> index) {
    rows[i] = new int[features.size()];
    inputs[i] = new float[features.size()];
    double squares = 0;
    for (int k = 0; k < features.size(); k++) {
      rows[i][k] = index.getOrDefault(features.hash(k), 0);
      inputs[i][k] = features.weight(k) * rarity[rows[i][k]];
      squares += inputs[i][k] * inputs[i][k];
    }
    float norm = (float) (1 / Math.sqrt(squares));
    for (int k = 0; k < inputs[i].length; k++) {
      inputs[i][k] *= norm;
    }
  }

  private void descend() {
    int[] order = new int[rows.length];
    Arrays.setAll(order, i -> i);
    for (int round = 0; round < ROUNDS; round++) {
      dice.shuffle(order);
      float rate = RATE * (1 - round / (float) ROUNDS);
      for (int example : order) {
        step(example, rate);
      }
    }
  }

  private void step(int example, float rate) {
    int[] features = rows[example];
    float[] input = inputs[example].clone();
    float[] errors = bias.clone();
    for (int k = 0; k < features.length; k++) {
      input[k] = dice.next() < DROPPED ? 0 : input[k] / (1 - DROPPED);
      if (input[k] != 0) {
        addScaled(errors, weights[features[k]], input[k]);
      }
    }
    LinearModel.softmax(errors);
    for (int c = 0; c < errors.length; c++) {
      errors[c] -= SMOOTHING / errors.length;
    }
    errors[wanted[example]] -= 1 - SMOOTHING;
    addScaled(bias, errors, -rate * BIAS_RATE);
    for (int k = 0; k < features.length; k++) {
      if (input[k] != 0) {
        addScaled(weights[features[k]], errors, -rate * input[k]);
      }
    }
  }

  private static void addScaled(float[] to, float[] from, float factor) {
    for (int c = 0; c < to.length; c++) {
      to[c] += factor * from[c];
    }
  }
}
