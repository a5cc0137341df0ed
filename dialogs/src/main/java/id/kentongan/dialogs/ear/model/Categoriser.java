package id.kentongan.dialogs.ear.model;

import id.kentongan.dialogs.ear.model.LinearModel.Scores;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// A trained model with its calibration: ranks what a message may mean. `outOfScope` names the
/// outcome for what means none of the others.
public record Categoriser(LinearModel model, Calibration calibration, String outOfScope) {
  private static final int GUESSES = 5;

  /// An outcome and the calibrated probability that it is meant.
  public record Guess(String outcome, double confidence) {}

  /// `bytes`: how large the model may be.
  public static Categoriser train(List<Example> examples, String outOfScope, int bytes) {
    Calibration calibration = Calibrator.calibrate(examples, outOfScope, bytes);
    return new Categoriser(SoftmaxTrainer.train(examples, bytes), calibration, outOfScope);
  }

  /// The likeliest outcomes of a message in its normal form, best first, at least one.
  public List<Guess> guess(String normal) {
    Scores scores = model.scores(normal);
    float[] p = scores.probabilities();
    double sure = calibration.confidence(scores);
    double best = p[Calibration.bestOf(p)];
    var guesses = new ArrayList<Guess>(GUESSES);
    for (int rank = 0; rank < Math.min(GUESSES, p.length); rank++) {
      int at = Calibration.bestOf(p);
      double share = rank == 0 ? sure : Math.min(sure, (1 - sure) * p[at] / (1 - best));
      guesses.add(new Guess(model.getOutcome(at), share));
      p[at] = -1;
    }
    return guesses;
  }

  /// Likely enough to act on.
  public boolean sure(Guess best) {
    return best.confidence() >= calibration.sure();
  }

  /// Likely enough to ask about; anything less is out of scope.
  public boolean likely(Guess best) {
    return best.confidence() >= calibration.likely();
  }

  public void write(DataOutputStream out) throws IOException {
    out.writeUTF(outOfScope);
    calibration.write(out);
    model.weights().write(out);
  }

  public static Categoriser read(DataInputStream in) throws IOException {
    String outOfScope = in.readUTF();
    Calibration calibration = Calibration.read(in);
    return new Categoriser(new LinearModel(Weights.read(in)), calibration, outOfScope);
  }
}
