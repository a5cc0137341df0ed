package id.kentongan.dialogs.mind;

import id.kentongan.dialogs.mind.answer.Benefits;
import id.kentongan.dialogs.mind.claim.Claim;
import id.kentongan.dialogs.mind.enroll.Enroll;
import id.kentongan.dialogs.mind.scene.Commands;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.talk.Choice;
import id.kentongan.dialogs.talk.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/// What the bot can do, with the form under way first.
final class Menu {
  private static final Duration WHILE = Duration.ofDays(1);

  private Menu() {}

  static void show(Scene scene, @Nullable State underWay) {
    var choices = new ArrayList<Choice>();
    if (underWay != null) {
      choices.add(scene.choice(Commands.RESUME));
    }
    if (mourning(scene, underWay)) {
      choices.addAll(
          scene.choices(
              "do.claim.jkm.start", "do.status.claim", "do.ask.claim.documents", Commands.HUMAN));
      scene.ask(choices, "menu-mourning");
      return;
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

  private static boolean mourning(Scene scene, @Nullable State underWay) {
    String subject = scene.learnt().subject();
    Instant last = scene.turn().talk().memory().lastAt();
    boolean recent = last != null && last.isAfter(scene.turn().now().minus(WHILE));
    // why: who enrols and asks how long a claim takes has lost nobody
    boolean claims = !(underWay instanceof Enroll.Waiting);
    boolean death =
        subject != null
            && (subject.equals(Claim.MOURNING) || (claims && subject.startsWith("ask.claim.")));
    boolean reported = claims && scene.fact(Benefits.REPORTED) != null;
    return underWay instanceof Claim.Waiting || (recent && (death || reported));
  }
}
