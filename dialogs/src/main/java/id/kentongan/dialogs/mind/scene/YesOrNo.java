package id.kentongan.dialogs.mind.scene;

import id.kentongan.dialogs.talk.Typed;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Short answers that content lists as a yes or a no, under `answer.yes` and `answer.no` for every
/// question, and under `answer.there` for those that ask whether somebody is there. A word may be a
/// yes in one language and a no in another (`enten` in Javanese and Madurese): then the language
/// spoken decides.
public record YesOrNo(Scene scene, String question) {
  private static final Set<String> THERE = Set.of("closer", "second", "school");

  private static final Pattern COMMAS = Pattern.compile(" *, *");

  /// What a text answers; nothing when it is not listed, or means both.
  public Optional<Boolean> of(String text) {
    Optional<Boolean> own = one(listed(text, "yes", true), listed(text, "no", true));
    return own.isPresent() ? own : one(listed(text, "yes", false), listed(text, "no", false));
  }

  private static Optional<Boolean> one(boolean yes, boolean no) {
    return yes == no ? Optional.empty() : Optional.of(yes);
  }

  private boolean listed(String text, String answer, boolean own) {
    String bare = Typed.plain(text);
    return has("answer." + answer, bare, own)
        || (THERE.contains(question) && has("answer.there." + answer, bare, own));
  }

  /// Whether a key lists a word; with `own` in the language spoken, which few are looked for in.
  private boolean has(String key, String word, boolean own) {
    return scene.heard(key).contains(word)
        && (!own || List.of(COMMAS.split(scene.words(key))).contains(word));
  }
}
