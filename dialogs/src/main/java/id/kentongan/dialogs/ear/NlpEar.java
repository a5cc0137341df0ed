package id.kentongan.dialogs.ear;

import id.kentongan.dialogs.ear.Understood.Certainty;
import id.kentongan.dialogs.ear.Understood.Guess;
import id.kentongan.dialogs.ear.model.Categoriser;
import id.kentongan.dialogs.values.Language;
import java.util.Arrays;
import java.util.List;

/// The Ear over a trained model. Shared by all threads.
public final class NlpEar implements Ear {
  private static final Guess NOTHING = new Guess(EarTrainer.OUT_OF_SCOPE, 0);

  private final Normaliser normaliser;
  private final EarModel model;

  public NlpEar(Normaliser normaliser, EarModel model) {
    this.normaliser = normaliser;
    this.model = model;
  }

  @Override
  public Understood hear(String text) {
    String folded = normaliser.folded(text);
    String normal = normaliser.standard(folded);
    if (normal.isEmpty()) {
      return new Understood(text, normal, Language.INDONESIAN, List.of(NOTHING), Certainty.UNSURE);
    }
    List<Guess> guesses =
        model.intents().guess(normal).stream()
            .map(g -> new Guess(g.outcome(), g.confidence()))
            .toList();
    return new Understood(text, normal, language(folded), guesses, certainty(guesses));
  }

  private Certainty certainty(List<Guess> guesses) {
    Guess best = guesses.getFirst();
    if (best.confidence() >= model.threshold()) {
      return Certainty.SURE;
    }
    if (guesses.size() < 2) {
      return Certainty.UNSURE;
    }
    Guess second = guesses.get(1);
    boolean either = best.confidence() + second.confidence() >= model.threshold();
    return either && inScope(best) && inScope(second) ? Certainty.BETWEEN : Certainty.UNSURE;
  }

  private static boolean inScope(Guess guess) {
    return !guess.intent().equals(EarTrainer.OUT_OF_SCOPE);
  }

  /// Indonesian unless another language is likely: most short messages belong to several.
  private Language language(String folded) {
    Categoriser.Guess best = model.languages().guess(folded).getFirst();
    return best.confidence() < model.languages().threshold() ? Language.INDONESIAN : language(best);
  }

  private static Language language(Categoriser.Guess guess) {
    return Arrays.stream(Language.values())
        .filter(l -> l.code().equals(guess.outcome()))
        .findFirst()
        .orElse(Language.OTHER);
  }
}
