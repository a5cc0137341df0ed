package id.kentongan.dialogs.mind.accident;

import id.kentongan.dialogs.mind.heard.Told;
import id.kentongan.dialogs.mind.scene.Aside;
import id.kentongan.dialogs.mind.scene.Commands;
import id.kentongan.dialogs.mind.scene.Move;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.talk.Event;
import java.util.Optional;

/// Taking up the notice that `batal` put aside: what was told stays in this conversation, a death
/// too.
public final class AccidentReturn {
  static final String ANOTHER = "accident.another";
  private static final String KEPT = "accident.kept";

  private AccidentReturn() {}

  /// Stopping, or telling of another accident; nothing for other events.
  static Optional<Move> on(Scene scene, Accident.Asking asking, Event event) {
    if (!(event instanceof Event.Tapped tapped)) {
      return Optional.empty();
    }
    AccidentDraft draft = asking.draft();
    if (tapped.choice().equals(Commands.CANCEL) && told(draft)) {
      lay(scene, asking);
      scene.say("accident.kept");
      return Optional.of(Move.OVER);
    }
    if (!tapped.choice().equals(ANOTHER)) {
      return Optional.empty();
    }
    lay(scene, asking);
    scene.say("accident.help-first");
    AccidentDraft fresh = AccidentDraft.EMPTY.phone(Told.senderPhone(scene));
    return Optional.of(new Move.To(Accident.asking(fresh)));
  }

  /// Where a notice begins while one lies here: at what it still lacks.
  static Optional<Move> begin(Scene scene) {
    Optional<Accident.Asking> kept = read(scene);
    scene.forget(KEPT);
    return kept.map(
        asking -> {
          String victim = asking.draft().victim();
          if (victim == null) {
            scene.acknowledge("accident.taken-up");
          } else {
            scene.acknowledge("accident.taken-up-name", "nama", victim);
          }
          scene.offer(scene.choice(ANOTHER));
          return new Move.To(asking);
        });
  }

  /// The notice of a death, for a family that asks to go on with its claim.
  public static Optional<Move> ofDeath(Scene scene) {
    return read(scene).filter(asking -> asking.draft().more().death()).isPresent()
        ? begin(scene)
        : Optional.empty();
  }

  /// why: a phone that the platform gives is nothing that was told
  private static boolean told(AccidentDraft draft) {
    return !draft.phone(null).equals(AccidentDraft.EMPTY);
  }

  private static void lay(Scene scene, Accident.Asking asking) {
    if (told(asking.draft())) {
      Aside.lay(scene, KEPT, asking);
    }
  }

  private static Optional<Accident.Asking> read(Scene scene) {
    return Aside.of(scene, KEPT, Accident.Asking.class);
  }
}
