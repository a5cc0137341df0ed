package id.kentongan.dialogs.mind.enroll;

import id.kentongan.dialogs.ear.Understood;
import id.kentongan.dialogs.mind.answer.FollowUps;
import id.kentongan.dialogs.mind.heard.Corrections;
import id.kentongan.dialogs.mind.heard.NameAgain;
import id.kentongan.dialogs.mind.heard.Names;
import id.kentongan.dialogs.mind.heard.Reading;
import id.kentongan.dialogs.mind.scene.Doubt;
import id.kentongan.dialogs.mind.scene.Marked;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.mind.scene.Slot.Fill;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Event.FromPerson;
import java.util.Optional;

/// The consent that an enrolment begins with: asked of the person, or read out to them by an agent,
/// who may not enrol anybody without it.
final class EnrollConsent {
  private EnrollConsent() {}

  /// The whole text once; after a question in between only whether they agree.
  static void ask(Scene scene, EnrollDraft d) {
    boolean again =
        scene.turn().talk().top() instanceof Enroll.Asking a && a.slot().equals("consent");
    if (!again) {
      scene.mustArrive();
    }
    scene.ask(
        EnrollOther.ways(scene, d, "consent"),
        (d.agent() == null ? "enroll.ask." : "enroll.other.")
            + (again ? "consent-again" : "consent"),
        "pengendali",
        scene.content().rules().consent().controller());
  }

  static Fill<EnrollDraft> read(Scene scene, EnrollDraft d, FromPerson event) {
    // why: "mau daftar" said once more is no consent
    if (event instanceof Event.Said said
        && Doubt.of(said.understood()) instanceof Doubt.Sure(String intent)
        && (intent.equals(Enroll.INTENT) || intent.equals(EnrollOther.INTENT))) {
      if (intent.equals(EnrollOther.INTENT) && relative(scene, d, said)) {
        scene.acknowledge("enroll.other.after");
      }
      return new Fill.Unclear<>();
    }
    if (event instanceof Event.Said said && EnrollSlots.cardLost(scene, said)) {
      scene.acknowledge("enroll.card-lost");
      return new Fill.Unclear<>();
    }
    // why: `eh bukan, Sukarmin` mends the name and refuses nothing
    if (event instanceof Event.Said said && named(scene, d, said.understood()).isPresent()) {
      return new Fill.Other<>();
    }
    if (event instanceof Event.Said said && NameAgain.denied(scene, d.who().name(), said)) {
      scene.acknowledge("enroll.correct-later");
      return new Fill.Unclear<>();
    }
    // why: `nama saya Lanjut` tells a name, whatever else the word may mean
    if (event instanceof Event.Said said
        && Marked.of(scene, said.text()).behind("facts.name-signs").isPresent()) {
      return Names.<EnrollDraft>doubtful(scene, said.text()).orElseGet(Fill.Unclear::new);
    }
    // why: phones begin each message with a capital, so `Sukarman` and `Waduh` look alike
    if (event instanceof Event.Said said && d.who().name() == null) {
      Optional<String> single = NameAgain.single(scene, said.understood());
      if (single.isPresent()) {
        return Names.doubt(scene, single.get());
      }
    }
    return Reading.yesNo(scene, "consent", event, d::consented);
  }

  /// Whether somebody who enrols themselves asks for one of the family too.
  private static boolean relative(Scene scene, EnrollDraft d, Event.Said said) {
    return d.agent() == null && FollowUps.kin(scene, said.understood()).isPresent();
  }

  /// The name that was asked about at the consent, once it is said to be one: no yes to the rest.
  static Optional<EnrollDraft> meant(Scene scene, Enroll.Asking asking, FromPerson event) {
    return asking.slot().equals("consent")
        ? Names.<EnrollDraft>answered(scene, event, asking.draft()::named)
            .map(
                fill ->
                    fill instanceof Fill.Filled<EnrollDraft>(EnrollDraft named)
                        ? named
                        : told(scene, asking.draft(), event))
        : Optional.empty();
  }

  private static EnrollDraft told(Scene scene, EnrollDraft draft, FromPerson event) {
    return event instanceof Event.Said said
        ? named(scene, draft, said.understood()).map(draft::named).orElse(draft)
        : draft;
  }

  /// The name told before the yes, or told otherwise.
  static Optional<String> named(Scene scene, EnrollDraft draft, Understood words) {
    String known = draft.who().name();
    return known == null || Corrections.signed(scene, words)
        ? NameAgain.alone(scene, words).filter(name -> known == null || !known.contains(name))
        : Optional.empty();
  }

  /// Notes the answer; false when nothing may be filled in. What was given to an agent is recorded
  /// together with the enrolment.
  static boolean given(Scene scene, EnrollDraft draft) {
    boolean own = draft.agent() == null;
    if (!draft.who().consent()) {
      EnrollFacts.forget(scene);
      scene.say(own ? "enroll.no-consent" : "enroll.other.no-consent");
      if (own) {
        EnrollReturn.offer(scene);
      }
      return false;
    }
    if (own) {
      scene.tell(new Effect.RecordConsent("enroll", scene.content().rules().consent().version()));
    }
    return true;
  }
}
