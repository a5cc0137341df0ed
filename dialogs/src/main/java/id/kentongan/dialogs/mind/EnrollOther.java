package id.kentongan.dialogs.mind;

import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.values.Phone;
import java.util.Optional;

/// Enrolling somebody else (E2): an agent fills in the form for a person who stands by and has said
/// yes. The conversation stays the agent's: nothing of it becomes that person's.
final class EnrollOther {
  static final String INTENT = "enroll.other";

  private EnrollOther() {}

  /// The agent's draft; empty where no agent is logged in, who is told what to do instead.
  static Optional<EnrollDraft> begin(Scene scene, Opening opening) {
    String agent = scene.fact(AgentLogin.AGENT);
    if (agent == null) {
      scene.say("enroll.other.how");
      scene.askText(scene.choices("do.enroll.start", "do.agent.login", Commands.MENU), "");
      return Optional.empty();
    }
    scene.acknowledge("enroll.other.welcome");
    EnrollDraft wanted = EnrollExtras.wanted(scene, EnrollDraft.EMPTY.by(agent));
    EnrollDraft draft = EnrollFacts.gather(scene, wanted, opening.words());
    EnrollChanges.tell(scene, wanted, draft, "", "enroll.noted");
    return Optional.of(draft);
  }

  /// Whether an agent who fills in a form begins with the next person: their values must not get
  /// into it.
  static boolean another(EnrollDraft draft, Event.Said said) {
    return draft.agent() != null
        && Doubt.of(said.understood()) instanceof Doubt.Sure(String intent)
        && intent.equals(INTENT);
  }

  /// The phone in the form is that person's; the agent's own is left out.
  static EnrollDraft reached(Scene scene, EnrollDraft draft) {
    Phone phone = draft.who().phone();
    if (phone == null || !phone.equals(Told.senderPhone(scene))) {
      return draft;
    }
    scene.acknowledge("enroll.other.phone");
    return draft.reachedAt(null);
  }

  static Move submitted(Scene scene, EnrollDraft draft, Answer answer, String total) {
    if (answer instanceof Answer.Enrolled e) {
      Told.address(scene, draft.who().name(), draft.who().nik());
      scene.say(
          "enroll.other.done", "nomor", e.number(), "kode", e.receipt().text(), "total", total);
      scene.askText(scene.choices("do." + INTENT, "do.ask.payment", Commands.MENU), "");
      return Move.OVER;
    }
    if (answer instanceof Answer.Refused refused) {
      scene.say("refused." + refused.reason());
      if (refused.reason().equals("not-agent")) {
        scene.forget(AgentLogin.AGENT);
      }
      scene.askText(scene.choices(Commands.HUMAN, Commands.MENU), "");
      return Move.OVER;
    }
    scene.say("enroll.given-up");
    return new Move.To(new Enroll.Asking("summary", draft));
  }
}
