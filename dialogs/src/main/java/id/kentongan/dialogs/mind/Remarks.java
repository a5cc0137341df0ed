package id.kentongan.dialogs.mind;

import id.kentongan.dialogs.talk.State;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is said of an answer and asks nothing: `wah murah ya`, `masa sih`, `hmm`. Known when all
/// but its fillers stands in a list of content, letters drawn out (`murahhh`) or not.
final class Remarks {
  private static final String KEY = "remark.";
  private static final String SOUND = KEY + "sound";
  private static final int MOST_WORDS = 6;

  /// Of what was answered.
  private static final Set<String> OF_ANSWERS = Set.of(KEY + "glad", KEY + "doubt");

  private Remarks() {}

  /// The remark that words are, where no form is open.
  static Optional<String> made(Scene scene, @Nullable State top, String text) {
    List<String> told = Listed.tokens(text.replaceAll("(\\p{L})\\1+", "$1"));
    if (top != null || told.isEmpty() || told.size() > MOST_WORDS) {
      return Optional.empty();
    }
    Set<String> fillers = scene.heard(KEY + "fillers");
    String rest = String.join(" ", told.stream().filter(word -> !fillers.contains(word)).toList());
    String subject = scene.learnt().subject();
    boolean answered = subject != null && subject.startsWith("ask.");
    Stream<String> kinds = answered ? OF_ANSWERS.stream() : Stream.empty();
    return Stream.concat(kinds, Stream.of(SOUND))
        .filter(kind -> scene.heard(kind + ".words").contains(rest))
        .findFirst();
  }

  /// Answers, and offers the next steps; false for other wishes. The subject stays.
  static boolean answered(Scene scene, Opening opening) {
    String kind = opening.intent();
    if (!kind.equals(SOUND) && !OF_ANSWERS.contains(kind)) {
      return false;
    }
    scene.say(kind + ".answer");
    String next = kind.equals(KEY + "doubt") ? Wishes.DO + "ask.office" : Wishes.DO + Enroll.INTENT;
    scene.askText(scene.choices(next, Commands.MENU), "");
    return true;
  }
}
