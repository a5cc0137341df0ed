package id.kentongan.dialogs.ear;

import id.kentongan.dialogs.values.Language;
import java.util.List;

/// What the Ear made of typed words: the text as typed, its normal form (`pak brp iuran` becomes
/// `pak berapa iuran`), its language and how likely that is, and the intents it may mean, likeliest
/// first. `apart` are the intents of its clauses where several ask, each for sure something else
/// (`bayarnya berapa sama dapatnya apa`), in their order. Never empty of guesses; doubt is a low
/// confidence. Prints without the text.
public record Understood(
    String text,
    String normal,
    Language language,
    double languageConfidence,
    List<Guess> guesses,
    Certainty certainty,
    List<String> apart) {
  public Understood {
    guesses = List.copyOf(guesses);
    apart = List.copyOf(apart);
  }

  /// In a language that is only supposed.
  public Understood(
      String text, String normal, Language language, List<Guess> guesses, Certainty certainty) {
    this(text, normal, language, 0, guesses, certainty, List.of());
  }

  /// One certain reading, as when a button stands for words.
  public Understood(String text, String normal, Language language, List<Guess> guesses) {
    this(text, normal, language, guesses, Certainty.SURE);
  }

  /// An intent's name from the table of intents, e.g. `ask.contribution`, and a calibrated
  /// probability.
  public record Guess(String intent, double confidence) {}

  /// Whether to act on the best guess, by the calibrated threshold of the model.
  public enum Certainty {
    /// Act on the best guess.
    SURE,
    /// The first two guesses are close and together likely: ask which of them is meant.
    BETWEEN,
    /// Nothing is likely enough: ask, or offer the menu.
    UNSURE
  }

  public Guess best() {
    return guesses.getFirst();
  }

  public boolean sure() {
    return certainty == Certainty.SURE;
  }

  @Override
  public String toString() {
    return "Understood[" + text.length() + " characters, " + best() + ", " + certainty + "]";
  }
}
