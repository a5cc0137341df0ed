package id.kentongan.dialogs.mind.claim;

import id.kentongan.dialogs.mind.accident.Accident;
import id.kentongan.dialogs.mind.accident.AccidentReturn;
import id.kentongan.dialogs.mind.answer.Particular;
import id.kentongan.dialogs.mind.heard.Told;
import id.kentongan.dialogs.mind.scene.Commands;
import id.kentongan.dialogs.mind.scene.Dialog;
import id.kentongan.dialogs.mind.scene.Listed;
import id.kentongan.dialogs.mind.scene.Move;
import id.kentongan.dialogs.mind.scene.Opening;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.mind.scene.Slot.Fill;
import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.Awaits;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Event.FromPerson;
import id.kentongan.dialogs.talk.State;
import id.kentongan.dialogs.values.Relation;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// An heir prepares a JKM claim (H1): condolence, who died and how, who comes first among the
/// heirs, what is due and on what conditions, the papers, a claim number.
public final class Claim implements Dialog<Claim.Waiting> {
  public static final String INTENT = "claim.jkm.start";

  /// The subject while a family is in mourning: they are offered nothing else to join or to buy.
  public static final String MOURNING = "mourning";

  /// What a claim waits for. Photographs may be on their way in each.
  public sealed interface Waiting extends State, Awaits {
    ClaimDraft draft();

    @Override
    default String dialog() {
      return "claim";
    }

    @Override
    default boolean awaits(EffectId effect) {
      return draft().files().awaits(effect);
    }
  }

  record Asking(String slot, ClaimDraft draft) implements Waiting {
    @Override
    public String name() {
      return slot;
    }
  }

  /// For the membership of the one who died.
  record LookingUp(EffectId awaited, ClaimDraft draft) implements Waiting, Awaits.One {
    @Override
    public String name() {
      return "looking-up";
    }

    @Override
    public boolean awaits(EffectId effect) {
      return awaited.equals(effect) || draft.files().awaits(effect);
    }
  }

  /// For papers, or the word that it is enough.
  record Collecting(ClaimDraft draft) implements Waiting {
    @Override
    public String name() {
      return "papers";
    }
  }

  record Submitting(EffectId awaited, ClaimDraft draft) implements Waiting, Awaits.One {
    @Override
    public String name() {
      return "submitting";
    }

    @Override
    public boolean awaits(EffectId effect) {
      return awaited.equals(effect);
    }
  }

  @Override
  public Class<Waiting> states() {
    return Waiting.class;
  }

  @Override
  public List<String> fields() {
    return ClaimSlots.FORM.names();
  }

  @Override
  public Set<String> intents() {
    return Set.of(INTENT);
  }

  @Override
  public Move start(Scene scene, Opening opening) {
    scene.learn(scene.learnt().about(MOURNING));
    return ClaimReturn.begin(scene, opening)
        .or(() -> opening.words() == null ? AccidentReturn.ofDeath(scene) : Optional.empty())
        .orElseGet(() -> fresh(scene, opening));
  }

  private static Move fresh(Scene scene, Opening opening) {
    if (Missing.told(scene, opening.text())) {
      return Missing.begin(scene, opening);
    }
    scene.acknowledge(opening.detail().isEmpty() ? "claim.condolence" : "claim.begin");
    if (Listed.any(scene, "claim.late-words", opening.text())) {
      scene.acknowledge("claim.late");
    }
    if (Particular.notMember(scene, opening.text())) {
      scene.acknowledge("claim.not-member");
    }
    ClaimDraft known = ClaimDraft.EMPTY.related(Relation.named(opening.detail()).orElse(null));
    ClaimDraft told = ClaimTold.opening(scene, known, opening.words());
    String name = told.deceased().name();
    if (name != null) {
      scene.acknowledge("claim.noted-name", "nama", name);
    }
    return Told.atWork(scene, opening.text()) ? atWork(scene, told) : next(scene, told);
  }

  @Override
  public Move on(Scene scene, Waiting state, Event event) {
    return ClaimReturn.on(scene, state, event).orElseGet(() -> told(scene, state, event));
  }

  private static Move told(Scene scene, Waiting state, Event event) {
    return switch (state) {
      case Asking a -> ClaimPapers.file(scene, a, event).orElseGet(() -> asked(scene, a, event));
      case LookingUp l -> lookedUp(scene, l, event);
      case Collecting c -> ClaimPapers.on(scene, c, event);
      case Submitting s -> submitted(scene, s, event);
    };
  }

  @Override
  public void ask(Scene scene, Waiting state) {
    askFor(scene, state);
  }

  static void askFor(Scene scene, Waiting state) {
    switch (state) {
      case Asking a -> ClaimSlots.FORM.slot(a.slot()).asker().accept(scene, a.draft());
      case LookingUp _, Submitting _ -> scene.ask(List.of(), "wait");
      case Collecting c -> ClaimPapers.ask(scene, c.draft());
    }
  }

  private static Move asked(Scene scene, Asking asking, Event event) {
    if (!(event instanceof FromPerson said)) {
      return Move.PASS;
    }
    if (event instanceof Event.Tapped t && t.choice().equals(Commands.BACK)) {
      return back(asking.slot(), asking.draft());
    }
    return ClaimAside.heard(scene, asking, said)
        .orElseGet(
            () ->
                switch (ClaimSlots.FORM.read(scene, asking.slot(), asking.draft(), said)) {
                  case Fill.Filled<ClaimDraft>(ClaimDraft draft) -> filled(scene, asking, draft);
                  case Fill.Unclear<ClaimDraft> _ -> new Move.To(asking);
                  case Fill.Other<ClaimDraft> _ -> ClaimAside.other(scene, asking, said);
                });
  }

  static Move back(String slot, ClaimDraft draft) {
    return ClaimSlots.FORM
        .back(slot, draft)
        .<Move>map(b -> new Move.To(new Asking(b.slot(), b.draft())))
        .orElse(Move.PASS);
  }

  private static Move filled(Scene scene, Asking asking, ClaimDraft draft) {
    switch (asking.slot()) {
      case "adult" -> {
        if (ClaimHeirs.minor(draft)) {
          scene.acknowledge("claim.minor");
        }
      }
      case "second" -> {
        if (Boolean.TRUE.equals(draft.found().second())) {
          scene.say("claim.second-card");
        }
      }
      case "children" -> ClaimDue.schooling(scene, draft);
      default -> {
        if (ClaimHeirs.another(draft) && !ClaimHeirs.another(asking.draft())) {
          boolean will = draft.heir().claimant() == Relation.WILL;
          scene.acknowledge(will ? "claim.closer-will" : "claim.closer-first");
        }
      }
    }
    return next(scene, draft);
  }

  /// The family's right is the work accident benefit; what they told is carried over.
  static Move atWork(Scene scene, ClaimDraft draft) {
    scene.say("claim.at-work");
    ClaimReturn.turned(scene, draft);
    return new Move.To(Accident.ofDeath(draft));
  }

  /// The next question; the look-up comes when everything asked before it is known.
  static Move next(Scene scene, ClaimDraft draft) {
    if (Boolean.TRUE.equals(draft.circumstances().working())) {
      return atWork(scene, draft);
    }
    var open = ClaimSlots.FORM.next(draft);
    boolean due =
        open.isEmpty() || open.get().name().equals("heir") || open.get().name().equals("nik");
    if (due && draft.deceased().nik() != null && !draft.found().looked()) {
      return lookUp(scene, draft);
    }
    if (open.isPresent()) {
      return new Move.To(new Asking(open.get().name(), draft));
    }
    return ClaimList.listed(scene, new Collecting(draft));
  }

  private static Move lookUp(Scene scene, ClaimDraft draft) {
    var ask =
        new Effect.LookUpDeceased(
            Objects.requireNonNull(draft.deceased().nik()),
            Objects.requireNonNull(draft.deceased().died()));
    return new Move.To(new LookingUp(scene.request(ask), draft));
  }

  private static Move lookedUp(Scene scene, LookingUp looking, Event event) {
    ClaimDraft draft = looking.draft();
    if (!(event instanceof Event.Answered answered)) {
      return Move.PASS;
    }
    if (!answered.effect().equals(looking.awaited())) {
      scene.hush();
      return new Move.To(new LookingUp(looking.awaited(), ClaimPapers.arrived(draft, answered)));
    }
    if (answered.answer() instanceof Answer.MemberFound found) {
      ClaimDraft known = draft.found(found);
      ClaimDue.say(scene, known);
      return next(scene, known.schools(ClaimDue.schools(scene, known)));
    }
    ClaimDraft unknown = draft.looked(null, 0);
    if (answered.answer() instanceof Answer.MemberNotFound) {
      String masked = Objects.requireNonNull(draft.deceased().nik()).masked();
      scene.say("claim.not-found", "nik", masked);
      return next(scene, unknown);
    }
    boolean often = answered.answer() instanceof Answer.TooManyTries;
    scene.say(often ? "claim.too-many" : "claim.look-up-later");
    return next(scene, unknown.second(false));
  }

  private static Move submitted(Scene scene, Submitting submitting, Event event) {
    if (event instanceof Event.Tapped t
        && (t.choice().equals(Commands.CANCEL) || t.choice().equals(Commands.BACK))) {
      scene.acknowledge("claim.already-sent");
      return new Move.To(submitting);
    }
    if (!(event instanceof Event.Answered answered)) {
      return Move.PASS;
    }
    if (answered.answer() instanceof Answer.ClaimOpened opened) {
      ClaimList.opened(scene, submitting.draft(), opened);
      return Visit.after(scene, opened.number());
    }
    scene.say("claim.given-up");
    return new Move.To(new Collecting(submitting.draft()));
  }
}
