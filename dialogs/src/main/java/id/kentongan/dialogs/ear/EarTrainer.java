package id.kentongan.dialogs.ear;

import id.kentongan.dialogs.ear.model.Categoriser;
import id.kentongan.dialogs.ear.model.Example;
import java.util.List;

/// Trains the Ear on the corpus; the same lines in any order give the same model. Takes seconds.
public final class EarTrainer {
  /// The intent of whatever is not about social security for workers.
  public static final String OUT_OF_SCOPE = "out_of_scope";

  private final Normaliser normaliser;

  public EarTrainer(Normaliser normaliser) {
    this.normaliser = normaliser;
  }

  public EarModel train(List<Labelled> corpus) {
    return new EarModel(
        Categoriser.train(intents(corpus), OUT_OF_SCOPE), Categoriser.train(languages(corpus), ""));
  }

  /// Lines as the intent model sees them.
  public List<Example> intents(List<Labelled> corpus) {
    return corpus.stream()
        .filter(l -> !l.intent().isEmpty())
        .map(l -> new Example(l.intent(), normaliser.normal(l.text())))
        .filter(e -> !e.normal().isEmpty())
        .toList();
  }

  /// Lines as the language model sees them: what is slang in one is a word in another.
  public List<Example> languages(List<Labelled> corpus) {
    return corpus.stream()
        .map(l -> new Example(l.language(), normaliser.folded(l.text())))
        .filter(e -> !e.normal().isEmpty())
        .toList();
  }
}
