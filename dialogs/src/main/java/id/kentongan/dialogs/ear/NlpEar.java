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

  private static final double LIKELY_LANGUAGE = 0.55;

  private final Normaliser normaliser;
  private final Expressions expressions;
  private final EarModel model;

  public NlpEar(Normaliser normaliser, Expressions expressions, EarModel model) {
    this.normaliser = normaliser;
    this.expressions = expressions;
    this.model = model;
  }

  @Override
  public Understood hear(String text) {
    String folded = normaliser.folded(text);
    String normal = normaliser.standard(folded);
    if (normal.isEmpty()) {
      return new Understood(text, normal, Language.INDONESIAN, List.of(NOTHING), Certainty.UNSURE);
    }
    List<Categoriser.Guess> guessed = model.intents().guess(expressions.marked(normal));
    List<Guess> guesses =
        guessed.stream().map(g -> new Guess(g.outcome(), g.confidence())).toList();
    Certainty certainty = certainty(guessed.getFirst());
    Categoriser.Guess language = model.languages().guess(folded).getFirst();
    return new Understood(
        text, normal, language(language), language.confidence(), guesses, certainty);
  }

  /// Between the thresholds one asks which of the first two is meant.
  private Certainty certainty(Categoriser.Guess best) {
    if (model.intents().sure(best)) {
      return Certainty.SURE;
    }
    boolean inScope = !best.outcome().equals(EarTrainer.OUT_OF_SCOPE);
    return inScope && model.intents().likely(best) ? Certainty.BETWEEN : Certainty.UNSURE;
  }

  /// Indonesian unless another language is likely: most short messages belong to several.
  private static Language language(Categoriser.Guess best) {
    if (best.confidence() < LIKELY_LANGUAGE) {
      return Language.INDONESIAN;
    }
    return Arrays.stream(Language.values())
        .filter(l -> l.code().equals(best.outcome()))
        .findFirst()
        .orElse(Language.OTHER);
  }
}
