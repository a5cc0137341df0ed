package id.kentongan.dialogs.mind.claim;

import id.kentongan.dialogs.ear.parse.Heard;
import id.kentongan.dialogs.mind.accident.Accident;
import id.kentongan.dialogs.mind.heard.Told;
import id.kentongan.dialogs.mind.scene.Commands;
import id.kentongan.dialogs.mind.scene.Listed;
import id.kentongan.dialogs.mind.scene.Move;
import id.kentongan.dialogs.mind.scene.Opening;
import id.kentongan.dialogs.mind.scene.Scene;
import java.util.Optional;

/// Somebody who is not found yet is no dead: the family is not met with condolence, what happened
/// is reported, and the branch says what comes next.
public final class Missing {
  private Missing() {}

  public static boolean told(Scene scene, String text) {
    return (Listed.any(scene, "claim.missing-words", text) || notBack(scene, text))
        && !Listed.any(scene, "claim.missing-found", text)
        && !Listed.any(scene, Heard.RELATION_DEAD.key(), text);
  }

  /// `melaut dari kemarin belum pulang`.
  private static boolean notBack(Scene scene, String text) {
    return Listed.any(scene, "claim.away-words", text)
        && Listed.any(scene, "claim.not-back-words", text);
  }

  /// An accident is reported; of anything else an officer knows more.
  static Move begin(Scene scene, Opening opening) {
    if (Told.accident(scene, opening.text())
        || Listed.any(scene, "accident.story-words", opening.text())) {
      return Accident.missing(scene, opening);
    }
    scene.say("claim.not-found-yet");
    scene.askText(scene.choices(Commands.HUMAN, "do.claim.jkk.start", Commands.MENU), "");
    return Move.OVER;
  }

  /// In the middle of a claim: it stays as it is.
  static Optional<Move> inClaim(Scene scene, Claim.Waiting state, String text) {
    if (!told(scene, text)) {
      return Optional.empty();
    }
    scene.say("claim.not-found-yet");
    scene.offer(scene.choice(Commands.HUMAN));
    return Optional.of(new Move.To(state));
  }
}
