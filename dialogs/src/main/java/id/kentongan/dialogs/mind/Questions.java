package id.kentongan.dialogs.mind;

import id.kentongan.dialogs.content.AnswerFile;
import id.kentongan.dialogs.content.Placeholders;
import id.kentongan.dialogs.talk.Choice;
import java.util.ArrayList;
import java.util.Optional;

/// Answers questions from the answer files; contributions and benefits are calculated when the
/// message says enough.
final class Questions {
  private final Contribution contribution = new Contribution();

  /// Answers, and offers the next steps when no form waits; false when there is no answer for it.
  boolean answer(Scene scene, Opening opening) {
    if (Particular.answered(scene, opening)) {
      return true;
    }
    String intent = opening.intent();
    if (!scene.content().answers().covers(intent)) {
      return false;
    }
    Optional<AnswerFile> file = scene.content().answers().on(intent, scene.today());
    scene.learn(scene.learnt().about(intent));
    if (Bereaved.tells(scene, opening)) {
      scene.condole();
    }
    if (file.isEmpty()) {
      scene.say("answer.expired");
    } else if (!Ages.fits(scene, opening)
        && !FollowUps.family(scene, opening)
        && !Benefits.calculated(scene, opening)
        && !contribution.calculated(scene, opening)) {
      scene.sayText(text(scene, file.get()));
    }
    offer(scene, file);
    return true;
  }

  private static String text(Scene scene, AnswerFile file) {
    var content = scene.content();
    return Placeholders.fill(
        file.text(scene.language()), content.tariffs(), content.rules(), scene.month());
  }

  private static void offer(Scene scene, Optional<AnswerFile> file) {
    var choices = new ArrayList<Choice>();
    file.ifPresent(f -> f.next().forEach(i -> choices.add(scene.choice(Wishes.DO + i))));
    choices.add(scene.choice(Commands.MENU));
    scene.askText(choices, "");
  }
}
