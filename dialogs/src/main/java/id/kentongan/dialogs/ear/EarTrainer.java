package id.kentongan.dialogs.ear;

import id.kentongan.dialogs.ear.model.Categoriser;
import id.kentongan.dialogs.ear.model.Example;
import java.util.List;

/// Trains the Ear on the corpus; the same lines in any order give the same model. Takes seconds.
public final class EarTrainer {
  /// The intent of whatever is not about social security for workers.
  public static final String OUT_OF_SCOPE = "out_of_scope";

  /// Of the intent model; with that of the languages a model stays under 8 MB.
  public static final int INTENT_BYTES = 6_000_000;

  private static final int LANGUAGE_BYTES = 1_600_000;

  private final Normaliser normaliser;
  private final Expressions expressions;

  public EarTrainer(Normaliser normaliser, Expressions expressions) {
    this.normaliser = normaliser;
    this.expressions = expressions;
  }

  public EarModel train(List<Labelled> corpus) {
    return new EarModel(
        Categoriser.train(intents(corpus), OUT_OF_SCOPE, INTENT_BYTES),
        Categoriser.train(languages(corpus), "", LANGUAGE_BYTES));
  }

  /// Lines as the intent model sees them.
  public List<Example> intents(List<Labelled> corpus) {
    return corpus.stream()
        .filter(l -> !l.intent().isEmpty())
        .map(l -> new Example(l.intent(), intentForm(l.text())))
        .filter(e -> !e.normal().isEmpty())
        .toList();
  }

  /// The normal form with the tags of its expressions.
  public String intentForm(String text) {
    return expressions.marked(normaliser.normal(text));
  }

  /// Lines as the language model sees them: what is slang in one is a word in another.
  public List<Example> languages(List<Labelled> corpus) {
    return corpus.stream()
        .map(l -> new Example(l.language(), normaliser.folded(l.text())))
        .filter(e -> !e.normal().isEmpty())
        .toList();
  }
}
