package id.kentongan.dialogs.ear;

import java.util.Optional;
import java.util.regex.Pattern;

/// Decides which messages people should look at to teach the program, and what may be kept of them.
public final class Reviewing {
  /// From this confidence on a message counts as understood without hearing it again.
  private static final double UNDERSTOOD = 0.95;

  private static final int LONGEST = 1500;
  private static final Pattern CORRECTS =
      Pattern.compile(
          "\\b(?:bukan (?:itu|begitu|gitu|yang itu|yg itu)|maksud (?:saya|sy|aku|ku|kulo)|salah"
              + " paham|ga nyambung|gak nyambung|nggak nyambung|dudu (?:kuwi|iku)|sanes"
              + " (?:niku|ngoten)|lain itu|kada itu|bukan maksud)\\b",
          Pattern.CASE_INSENSITIVE);

  private final Ear ear;
  private final Redactor redactor;

  public Reviewing(Ear ear, Redactor redactor) {
    this.ear = ear;
    this.redactor = redactor;
  }

  /// What is kept of a message: nothing of its writer. `why` is `lost`, `doubt` or `corrected`.
  public record Kept(String language, String intent, double confidence, String why, String text) {}

  /// A message that was guessed with this confidence; empty when it was understood, or when too
  /// little of it may be kept.
  public Optional<Kept> doubtful(String said, double confidence) {
    if (confidence >= UNDERSTOOD || said.length() > LONGEST) {
      return Optional.empty();
    }
    Understood understood = ear.hear(said);
    boolean between = understood.certainty() == Understood.Certainty.BETWEEN;
    return understood.sure() ? Optional.empty() : kept(understood, between ? "doubt" : "lost");
  }

  /// Whether a message says that the one before it was misunderstood.
  public boolean corrects(String said) {
    return said.length() <= LONGEST && CORRECTS.matcher(said).find();
  }

  /// A message that was acted on and should not have been.
  public Optional<Kept> corrected(String said) {
    return said.length() > LONGEST ? Optional.empty() : kept(ear.hear(said), "corrected");
  }

  private Optional<Kept> kept(Understood understood, String why) {
    var best = understood.best();
    return redactor
        .redact(understood.text())
        .map(
            text ->
                new Kept(
                    understood.language().code(), best.intent(), best.confidence(), why, text));
  }
}
