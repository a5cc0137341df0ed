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

  /// The last of the Latin letters, with their marks.
  private static final int LATIN = 0x24f;

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
    if (certainty != Certainty.SURE && saidApart(text, guessed.getFirst())) {
      certainty = Certainty.SURE;
    }
    Categoriser.Guess language = model.languages().guess(folded).getFirst();
    Language spoken = foreign(folded) ? Language.OTHER : language(language);
    return new Understood(
        text, normal, spoken, language.confidence(), guesses, certainty, askedApart(text));
  }

  /// The intents of the clauses that each for sure ask something, where they are several.
  private List<String> askedApart(String text) {
    List<String> asked = Clauses.asking(text, normaliser);
    if (asked.size() < 2) {
      return List.of();
    }
    List<String> intents =
        asked.stream()
            .map(clause -> model.intents().guess(expressions.marked(clause)).getFirst())
            .filter(guess -> model.intents().sure(guess))
            .map(Categoriser.Guess::outcome)
            .filter(intent -> !intent.equals(EarTrainer.OUT_OF_SCOPE))
            .distinct()
            .toList();
    return intents.size() < 2 ? List.of() : intents;
  }

  /// Whether most of it is written in letters that none of our languages is written in.
  private static boolean foreign(String folded) {
    long strange = folded.chars().filter(c -> c > LATIN && Character.isLetter(c)).count();
    return strange * 2 > folded.length();
  }

  /// Whether one clause of several means for sure what the whole seems to mean: beside a name, a
  /// number and a village `mau daftar` says little of a message.
  private boolean saidApart(String text, Categoriser.Guess best) {
    List<String> clauses = Clauses.between(text);
    return clauses.size() > 1
        && !best.outcome().equals(EarTrainer.OUT_OF_SCOPE)
        && clauses.stream()
            .map(normaliser::normal)
            .filter(clause -> clause.indexOf(' ') > 0)
            .map(clause -> model.intents().guess(expressions.marked(clause)).getFirst())
            .anyMatch(g -> g.outcome().equals(best.outcome()) && model.intents().sure(g));
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
