package id.kentongan.dialogs.ear;

import id.kentongan.dialogs.values.Language;
import java.util.List;

/// What the Ear made of typed words: the text as typed, its normal form (`pak brp iuran` becomes
/// `pak berapa iuran`), its language, and the intents it may mean, likeliest first. Never empty of
/// guesses; doubt is a low confidence. Prints without the text.
public record Understood(String text, String normal, Language language, List<Guess> guesses) {
  public Understood {
    guesses = List.copyOf(guesses);
  }

  /// An intent's name from the table of intents, e.g. `ask.contribution`, and a calibrated
  /// probability.
  public record Guess(String intent, double confidence) {}

  public Guess best() {
    return guesses.getFirst();
  }

  @Override
  public String toString() {
    return "Understood[" + text.length() + " characters, " + best() + "]";
  }
}
