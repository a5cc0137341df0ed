package id.kentongan.dialogs.mind.answer;

import id.kentongan.dialogs.mind.heard.Ages;
import id.kentongan.dialogs.mind.scene.Listed;
import id.kentongan.dialogs.mind.scene.Opening;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.talk.State;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is said of an answer and asks nothing of its own: `wah murah ya`, `masa sih`, `hmm`, `terus
/// gimana`. Known when all but its fillers stands in a list of content, letters drawn out
/// (`murahhh`) or not.
public final class Remarks {
  private static final String KEY = "remark.";
  private static final String SOUND = KEY + "sound";
  private static final String HOW = KEY + "how";
  private static final String HOW_TO_CLAIM = KEY + "how-to-claim";
  private static final String DOUBT = KEY + "doubt";
  private static final int MOST_WORDS = 6;
  private static final int LONGEST = 60;
  private static final Pattern DRAWN_OUT = Pattern.compile("(\\p{L})\\1+");

  /// Of what was answered.
  private static final List<String> OF_ANSWERS = List.of(KEY + "glad", DOUBT);

  /// What is answered to who thinks of joining, and may ask how.
  private static final Set<String> OF_JOINING =
      Set.of(
          "hesitate",
          "ask.program",
          Contribution.INTENT,
          "ask.discount",
          Ages.WHO,
          "ask.requirements",
          "ask.jkk",
          "ask.jkm",
          "ask.jht");

  private static final Set<String> OF_CLAIMING =
      Set.of("ask.scholarship", "ask.heirs", "ask.claim.time");

  private Remarks() {}

  /// The remark that words are, where no form is open.
  public static Optional<String> made(Scene scene, @Nullable State top, String text) {
    if (top != null || text.length() > LONGEST) {
      return Optional.empty();
    }
    List<String> told = Listed.tokens(DRAWN_OUT.matcher(text).replaceAll("$1"));
    if (told.isEmpty() || told.size() > MOST_WORDS) {
      return Optional.empty();
    }
    Set<String> fillers = scene.heard(KEY + "filler-words");
    String rest = String.join(" ", told.stream().filter(word -> !fillers.contains(word)).toList());
    return kinds(scene).filter(kind -> scene.heard(kind + ".words").contains(rest)).findFirst();
  }

  private static Stream<String> kinds(Scene scene) {
    String subject = scene.learnt().subject();
    if (subject == null) {
      boolean first = scene.turn().talk().memory().lastAt() == null;
      return first ? Stream.empty() : Stream.of(SOUND);
    }
    Stream<String> joining = OF_JOINING.contains(subject) ? Stream.of(HOW) : Stream.empty();
    Stream<String> claiming =
        OF_CLAIMING.contains(subject) ? Stream.of(HOW_TO_CLAIM) : Stream.empty();
    Stream<String> answered = subject.startsWith("ask.") ? OF_ANSWERS.stream() : Stream.empty();
    return Stream.of(joining, claiming, answered, Stream.of(SOUND)).flatMap(kinds -> kinds);
  }

  /// Answers, and offers the next steps; false for other wishes. The subject stays.
  static boolean answered(Scene scene, Opening opening) {
    String kind = opening.intent();
    if (!kind.startsWith(KEY)) {
      return false;
    }
    scene.say(kind + ".answer");
    scene.offerNext(
        switch (kind) {
          case HOW -> Stream.of("do.enroll.start", "do.ask.payment");
          case HOW_TO_CLAIM -> Stream.of("do.claim.jkm.start", "do.ask.claim.documents");
          case DOUBT -> Stream.of("do.ask.office");
          default -> Stream.of("do.enroll.start");
        });
    return true;
  }
}
