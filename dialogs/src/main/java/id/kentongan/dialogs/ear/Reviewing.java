package id.kentongan.dialogs.ear;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Decides which messages people should look at to teach the program, and what may be kept of them.
public final class Reviewing {
  /// From this confidence on a message counts as understood without hearing it again.
  private static final double UNDERSTOOD = 0.95;

  /// Before a wish's name: the choice by which a person says what they meant.
  public static final String WISH = "do.";

  private static final int LONGEST = 1500;
  private static final Pattern CHOSEN = Pattern.compile("\\[do\\.([a-z_.]{1,40})]");

  /// Who says so right after an answer did not get the right one.
  private static final Set<String> LEAVING = Set.of("cancel", "complaint", "human");

  /// Shorter words are in most messages.
  private static final int WORD = 4;

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

  /// What is kept of a message: nothing of its writer. `why` is `lost`, `doubt` or `outside`; by
  /// what was said next `corrected`, `left`, or `chose` and `rephrased` with the intent that was
  /// meant.
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

  /// A message that was taken for none of the wishes, however surely: what people ask that nobody
  /// foresaw is found among these.
  public Optional<Kept> outside(String said) {
    return said.length() > LONGEST ? Optional.empty() : kept(ear.hear(said), "outside");
  }

  /// What the next thing said or tapped tells of a message: the choice of a wish, "bukan itu", or,
  /// where the bot had acted on it, the same words for another wish, giving up, or calling for
  /// help.
  public Optional<Kept> hindsight(String said, String next) {
    if (said.length() > LONGEST || next.length() > LONGEST) {
      return Optional.empty();
    }
    Understood first = ear.hear(said);
    Matcher chosen = CHOSEN.matcher(next);
    if (chosen.matches()) {
      return first.sure() ? Optional.empty() : kept(first, "chose " + chosen.group(1));
    }
    return corrects(next) ? kept(first, "corrected") : regretted(first, next);
  }

  /// Whether a message says that the one before it was misunderstood.
  public boolean corrects(String said) {
    return said.length() <= LONGEST && CORRECTS.matcher(said).find();
  }

  private Optional<Kept> regretted(Understood first, String next) {
    Understood second = ear.hear(next);
    if (!wish(first) || !second.sure()) {
      return Optional.empty();
    }
    String meant = second.best().intent();
    if (LEAVING.contains(meant)) {
      return kept(first, "left");
    }
    boolean other = wish(second) && !meant.equals(first.best().intent());
    return other && alike(first, second) ? kept(first, "rephrased " + meant) : Optional.empty();
  }

  /// Understood as a wish, not as small talk or an answer.
  private static boolean wish(Understood understood) {
    return understood.sure() && understood.best().intent().indexOf('.') > 0;
  }

  /// At least half of the words of the shorter one stand in the other too.
  private static boolean alike(Understood one, Understood other) {
    Set<String> words = words(one);
    Set<String> others = words(other);
    int fewest = Math.min(words.size(), others.size());
    words.retainAll(others);
    return fewest > 0 && words.size() * 2 >= fewest;
  }

  private static Set<String> words(Understood understood) {
    return Arrays.stream(understood.normal().split(" "))
        .filter(word -> word.length() >= WORD)
        .map(LightStemmer::stem)
        .collect(Collectors.toCollection(HashSet::new));
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
