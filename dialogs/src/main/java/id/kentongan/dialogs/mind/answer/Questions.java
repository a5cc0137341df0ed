package id.kentongan.dialogs.mind.answer;

import id.kentongan.dialogs.content.AnswerFile;
import id.kentongan.dialogs.content.Placeholders;
import id.kentongan.dialogs.ear.Understood;
import id.kentongan.dialogs.mind.accident.Accident;
import id.kentongan.dialogs.mind.claim.Bereaved;
import id.kentongan.dialogs.mind.claim.Claim;
import id.kentongan.dialogs.mind.heard.Ages;
import id.kentongan.dialogs.mind.scene.Commands;
import id.kentongan.dialogs.mind.scene.Opening;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.talk.State;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Answers questions from the answer files; contributions and benefits are calculated when the
/// message says enough.
public final class Questions {
  /// Questions of who thinks of joining, and tells with them what they do.
  private static final Set<String> JOINING =
      Set.of(Ages.WHO, "ask.requirements", "ask.program", "ask.discount");

  private static final int LONG = 240;

  private final Contribution contribution = new Contribution();

  /// Answers, and offers the next steps when no form waits; false when there is no answer for it.
  public boolean answer(Scene scene, Opening opening) {
    if (Particular.answered(scene, opening)
        || Further.answered(scene, opening)
        || Remarks.answered(scene, opening)) {
      return true;
    }
    Understood words = opening.words();
    List<String> several = several(scene, words);
    if (words == null || several.isEmpty()) {
      return single(scene, opening);
    }
    both(scene, words, several);
    return true;
  }

  /// The questions of ours that a message asks apart; nothing where it asks only one, or where one
  /// thing at a time is enough.
  public static List<String> several(Scene scene, @Nullable Understood words) {
    State top = scene.turn().talk().top();
    boolean mourning = top instanceof Claim.Waiting || top instanceof Accident.Waiting;
    if (words == null || words.apart().isEmpty() || mourning || story(words)) {
      return List.of();
    }
    var answers = scene.content().answers();
    List<String> asked = words.apart().stream().filter(answers::covers).toList();
    return asked.size() < 2 ? List.of() : asked;
  }

  /// Whether a long message tells of a death or an accident: what it asks belongs to that.
  private static boolean story(Understood words) {
    String intent = words.best().intent();
    return words.text().length() > LONG
        && (intent.startsWith("claim.") || intent.startsWith("ask.claim."));
  }

  /// The wish to have several questions answered, named by the first.
  public static Optional<Opening> apart(Scene scene, Understood words) {
    return several(scene, words).stream().findFirst().map(first -> new Opening(first, words));
  }

  /// Answers the first two of several questions; what else was asked is offered.
  private void both(Scene scene, Understood words, List<String> several) {
    List<String> answered = several.subList(0, 2);
    if (Bereaved.tells(scene, new Opening(answered.getFirst(), words))) {
      scene.condole();
    }
    for (String intent : answered) {
      say(scene, new Opening(intent, words), true);
    }
    scene.learn(scene.learnt().about(answered.getFirst()));
    Stream<String> left = words.apart().stream().filter(i -> !answered.contains(i));
    Stream<String> next =
        answered.stream().flatMap(i -> next(scene, i)).filter(i -> !answered.contains(i));
    scene.offerNext(Stream.concat(left, next).distinct().limit(2).map(i -> Commands.DO + i));
  }

  private boolean single(Scene scene, Opening opening) {
    String intent = opening.intent();
    if (!scene.content().answers().covers(intent)) {
      return false;
    }
    scene.learn(scene.learnt().about(intent));
    if (JOINING.contains(intent)) {
      Contribution.keep(scene, opening);
    }
    if (Bereaved.tells(scene, opening)) {
      scene.condole();
    }
    boolean repeated = say(scene, opening, false) && again(scene, intent);
    if (repeated) {
      scene.say("answer.again");
    }
    Stream<String> next = next(scene, intent);
    Stream<String> shown =
        repeated ? Stream.concat(Stream.of(Commands.HUMAN), next).distinct().limit(2) : next;
    scene.offerNext(shown.map(i -> Commands.DO + i));
    return true;
  }

  /// Whether it was just answered, outside a form: who asks on wants to know something else.
  private static boolean again(Scene scene, String intent) {
    var talk = scene.turn().talk();
    return talk.top() == null && intent.equals(talk.memory().subject());
  }

  /// `apart`: beside another answer, in short, where a relative named may belong to the other
  /// question. True where the answer is always the same.
  private boolean say(Scene scene, Opening opening, boolean apart) {
    Optional<AnswerFile> file = scene.content().answers().on(opening.intent(), scene.today());
    if (file.isEmpty()) {
      scene.say("answer.expired");
    } else if (!Ages.fits(scene, opening)
        && (apart || !FollowUps.family(scene, opening))
        && !Benefits.calculated(scene, opening)
        && !contribution.calculated(scene, opening)) {
      scene.sayText(text(scene, file.get(), apart));
      return true;
    }
    return false;
  }

  private static String text(Scene scene, AnswerFile file, boolean brief) {
    var content = scene.content();
    var language = scene.language();
    return Placeholders.fill(
        brief ? file.brief(language) : file.text(language),
        content.tariffs(),
        content.rules(),
        scene.month());
  }

  /// What people ask next who asked this.
  private static Stream<String> next(Scene scene, String intent) {
    return scene.content().answers().on(intent, scene.today()).stream()
        .flatMap(file -> file.next().stream());
  }
}
