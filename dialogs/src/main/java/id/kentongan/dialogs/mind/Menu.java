package id.kentongan.dialogs.mind;

import id.kentongan.dialogs.talk.Choice;
import id.kentongan.dialogs.talk.State;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/// What the bot can do, with the form under way first.
final class Menu {
  static final String RESUME = "resume";

  private Menu() {}

  static void show(Scene scene, @Nullable State underWay) {
    var choices = new ArrayList<Choice>();
    if (underWay != null) {
      choices.add(scene.choice(RESUME));
    }
    choices.addAll(
        scene.choices(
            "do.enroll.start",
            "do.ask.contribution",
            "do.status.membership",
            "do.claim.jkm.start",
            "do.claim.jkk.start",
            Commands.HUMAN));
    scene.ask(choices, "menu");
  }
}
