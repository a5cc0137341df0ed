package id.kentongan.dialogs.ear.model;

import java.util.Arrays;
import java.util.List;
import opennlp.tools.ml.model.MaxentModel;
import org.jspecify.annotations.Nullable;

/// Softmax regression over hashed features, one byte a weight. An OpenNLP [MaxentModel], and the
/// same sums by hashes for speed. Immutable, shared by all threads.
public final class LinearModel implements MaxentModel {
  /// What a message scores: a probability for each outcome, and how much of its features' weight
  /// was seen in training, 0 to 1.
  // why: the arrays of scores and weights are read in place, millions of times
  @SuppressWarnings("ArrayRecordComponent")
  public record Scores(float[] probabilities, double coverage) {}

  private final Weights weights;
  private final FeatureIndex index;

  LinearModel(Weights weights) {
    this.weights = weights;
    this.index = new FeatureIndex(weights.hashes());
  }

  Weights weights() {
    return weights;
  }

  /// Of a message in its normal form.
  public Scores scores(String normal) {
    return scores(HashedFeatures.of(normal));
  }

  Scores scores(HashedFeatures features) {
    float[] logits = weights.bias().clone();
    float[] sums = new float[logits.length];
    double known = 0;
    double all = 0;
    for (int i = 0; i < features.size(); i++) {
      int row = index.row(features.hash(i));
      float rarity = row < 0 ? weights.unseen() : weights.rarity()[row];
      float weight = features.weight(i) * rarity;
      all += weight * weight;
      if (row >= 0) {
        known += weight * weight;
        add(sums, row, weight * weights.scales()[row]);
      }
    }
    float norm = all == 0 ? 0 : (float) (1 / Math.sqrt(all));
    for (int c = 0; c < logits.length; c++) {
      logits[c] += sums[c] * norm;
    }
    return new Scores(softmax(logits), all == 0 ? 0 : known / all);
  }

  private void add(float[] sums, int row, float factor) {
    byte[] values = weights.values();
    int at = row * sums.length;
    for (int c = 0; c < sums.length; c++) {
      sums[c] += factor * values[at + c];
    }
  }

  static float[] softmax(float[] logits) {
    float most = Float.NEGATIVE_INFINITY;
    for (float logit : logits) {
      most = Math.max(most, logit);
    }
    float sum = 0;
    for (int c = 0; c < logits.length; c++) {
      logits[c] = (float) Math.exp(logits[c] - most);
      sum += logits[c];
    }
    for (int c = 0; c < logits.length; c++) {
      logits[c] /= sum;
    }
    return logits;
  }

  public List<String> outcomes() {
    return weights.outcomes();
  }

  /// Bytes held in memory.
  public int bytes() {
    return index.bytes() + weights.bytes();
  }

  @Override
  public double[] eval(String[] context) {
    return eval(context, (float @Nullable []) null);
  }

  @Override
  public double[] eval(String[] context, double[] probs) {
    double[] scores = eval(context);
    System.arraycopy(scores, 0, probs, 0, scores.length);
    return probs;
  }

  @Override
  public double[] eval(String[] context, float @Nullable [] values) {
    var features = new HashedFeatures();
    for (String feature : context) {
      features.add(FeatureKind.of(feature.charAt(0)), feature.substring(2));
    }
    float[] scores = scores(features).probabilities();
    double[] wide = new double[scores.length];
    Arrays.setAll(wide, c -> scores[c]);
    return wide;
  }

  @Override
  public String getBestOutcome(double[] outcomes) {
    int best = 0;
    for (int c = 1; c < outcomes.length; c++) {
      best = outcomes[c] > outcomes[best] ? c : best;
    }
    return getOutcome(best);
  }

  @Override
  public String getAllOutcomes(double[] outcomes) {
    var all = new StringBuilder();
    for (int c = 0; c < outcomes.length; c++) {
      all.append(getOutcome(c)).append('[').append(outcomes[c]).append("] ");
    }
    return all.toString().strip();
  }

  @Override
  public String getOutcome(int i) {
    return outcomes().get(i);
  }

  @Override
  public int getIndex(String outcome) {
    return outcomes().indexOf(outcome);
  }

  @Override
  public int getNumOutcomes() {
    return outcomes().size();
  }
}
