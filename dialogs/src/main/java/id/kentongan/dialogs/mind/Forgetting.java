package id.kentongan.dialogs.mind;

import id.kentongan.dialogs.mind.enroll.EnrollFacts;
import id.kentongan.dialogs.mind.enroll.EnrollReturn;
import id.kentongan.dialogs.mind.scene.Frames;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.talk.Notice;
import id.kentongan.dialogs.talk.State;
import id.kentongan.dialogs.talk.Talk;
import java.util.Map;

/// What an agent has filled in about somebody who had everything erased since, and not sent off: it
/// goes, found by the NIK. Other forms and what else is remembered stay.
final class Forgetting {
  private Forgetting() {}

  static boolean holds(Talk talk, Notice.Forgotten who) {
    return talk.stack().stream().anyMatch(state -> names(state, who))
        || talk.memory().facts().values().stream().anyMatch(fact -> names(fact, who));
  }

  static void forget(Scene scene, Frames frames, Notice.Forgotten who) {
    frames.drop(state -> names(state, who));
    scene.learnt().facts().entrySet().stream()
        .filter(fact -> names(fact.getValue(), who))
        .map(Map.Entry::getKey)
        .forEach(scene::forget);
    // why: a name or a village that was told in passing is of the same person
    EnrollFacts.forget(scene);
    EnrollReturn.forget(scene);
    scene.say("agent.client-erased");
  }

  private static boolean names(State state, Notice.Forgotten who) {
    return names(Dialogs.json().laid(state), who);
  }

  private static boolean names(String text, Notice.Forgotten who) {
    return text.contains(who.nik().digits());
  }
}
