package id.kentongan.dialogs.mind;

import id.kentongan.dialogs.content.DeathBenefit;
import id.kentongan.dialogs.mind.Slot.Fill;
import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.Awaits;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Event.FromPerson;
import id.kentongan.dialogs.talk.State;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// An heir prepares a JKM claim (H1): condolence, who died and how, who comes first among the
/// heirs, what is due and on what conditions, the papers, a claim number.
final class Claim implements Dialog<Claim.Waiting> {
  /// What a claim waits for.
  sealed interface Waiting extends State {
    @Override
    default String dialog() {
      return "claim";
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
  }

  /// For papers, or the word that it is enough.
  record Collecting(ClaimDraft draft) implements Waiting, Awaits {
    @Override
    public String name() {
      return "papers";
    }

    @Override
    public boolean awaits(EffectId effect) {
      return draft.awaits(effect);
    }
  }

  record Submitting(EffectId awaited, ClaimDraft draft) implements Waiting, Awaits.One {
    @Override
    public String name() {
      return "submitting";
    }
  }

  @Override
  public Class<Waiting> states() {
    return Waiting.class;
  }

  @Override
  public Set<String> intents() {
    return Set.of("claim.jkm.start");
  }

  @Override
  public Move start(Scene scene, Opening opening) {
    scene.acknowledge("claim.condolence");
    return next(scene, Told.death(scene, ClaimDraft.EMPTY, opening.words()));
  }

  @Override
  public Move on(Scene scene, Waiting state, Event event) {
    return switch (state) {
      case Asking a -> event instanceof FromPerson said ? onAsking(scene, a, said) : Move.PASS;
      case LookingUp l ->
          event instanceof Event.Answered a ? lookedUp(scene, l.draft(), a.answer()) : Move.PASS;
      case Collecting c -> ClaimPapers.on(scene, c, event);
      case Submitting s -> submitted(scene, s, event);
    };
  }

  @Override
  public void ask(Scene scene, Waiting state) {
    switch (state) {
      case Asking a -> ClaimSlots.FORM.slot(a.slot()).asker().accept(scene, a.draft());
      case LookingUp _, Submitting _ -> scene.ask(List.of(), "wait");
      case Collecting c -> ClaimPapers.ask(scene, c.draft());
    }
  }

  private static Move onAsking(Scene scene, Asking asking, FromPerson event) {
    if (event instanceof Event.Tapped t && t.choice().equals(Commands.BACK)) {
      return ClaimSlots.FORM
          .back(asking.slot(), asking.draft())
          .<Move>map(b -> new Move.To(new Asking(b.slot(), b.draft())))
          .orElse(Move.PASS);
    }
    if (asking.slot().equals("nik")
        && event instanceof Event.Tapped t
        && t.choice().equals("nik.unknown")) {
      scene.say("claim.no-nik");
      return next(scene, asking.draft().nikLater());
    }
    if (event instanceof Event.Said said
        && asking.draft().deceased().cause() == null
        && Told.atWork(scene, said.text())) {
      return atWork(scene, asking.draft().caused("cause.work"));
    }
    return switch (ClaimSlots.FORM.read(scene, asking.slot(), asking.draft(), event)) {
      case Fill.Filled<ClaimDraft>(ClaimDraft draft) -> filled(scene, asking, draft);
      case Fill.Unclear<ClaimDraft> _ -> new Move.To(asking);
      case Fill.Other<ClaimDraft> _ -> Move.PASS;
    };
  }

  private static Move filled(Scene scene, Asking asking, ClaimDraft draft) {
    if ("cause.work".equals(draft.deceased().cause()) && asking.slot().equals("cause")) {
      return atWork(scene, draft);
    }
    if (Boolean.TRUE.equals(draft.heir().closer()) && asking.slot().equals("closer")) {
      scene.acknowledge("claim.closer-first");
    }
    if (asking.slot().equals("nik")) {
      return lookUp(scene, draft);
    }
    return next(scene, draft);
  }

  private static Move atWork(Scene scene, ClaimDraft draft) {
    scene.say("claim.at-work");
    return new Move.To(Accident.ofDeath(draft));
  }

  private static Move lookUp(Scene scene, ClaimDraft draft) {
    var ask =
        new Effect.LookUpDeceased(
            Objects.requireNonNull(draft.deceased().nik()),
            Objects.requireNonNull(draft.deceased().died()));
    return new Move.To(new LookingUp(scene.request(ask), draft));
  }

  private static Move next(Scene scene, ClaimDraft draft) {
    var open = ClaimSlots.FORM.next(draft);
    if (open.isPresent()) {
      return new Move.To(new Asking(open.get().name(), draft));
    }
    ClaimPapers.list(scene, draft);
    return new Move.To(new Collecting(draft));
  }

  /// What is due, kindly and without a promise; where it is doubtful, the branch decides.
  private static Move lookedUp(Scene scene, ClaimDraft draft, Answer answer) {
    if (answer instanceof Answer.MemberFound found) {
      due(scene, found);
      return next(scene, draft.found(found.member()));
    }
    if (answer instanceof Answer.TooManyTries) {
      scene.say("identity.too-many");
      return new Move.To(new Asking("nik", draft.identified(null)));
    }
    scene.say(answer instanceof Answer.GivenUp ? "claim.look-up-later" : "claim.not-found");
    return next(scene, draft);
  }

  private static void due(Scene scene, Answer.MemberFound found) {
    var rules = scene.content().rules().death();
    DeathBenefit benefit = DeathBenefit.of(rules, found.monthsPaid());
    String[] values = {
      "jumlah", benefit.total().toString(),
      "santunan", benefit.grant().toString(),
      "berkala", benefit.periodic().toString(),
      "pemakaman", benefit.funeral().toString(),
      "bulan", Integer.toString(rules.fullAfterMonths())
    };
    String key =
        found.standing() == Answer.Standing.ACTIVE && !benefit.full()
            ? "under-three-months"
            : StatusText.key(found.standing());
    scene.say("claim.due." + key, values);
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
      scene.say(
          "claim.done",
          "nomor",
          opened.number(),
          "kode",
          opened.receipt().text(),
          "kantor",
          opened.office());
      ClaimPapers.missing(scene, submitting.draft());
      scene.askText(scene.choices("do.ask.claim.time", Commands.HUMAN, Commands.MENU), "");
      return Move.OVER;
    }
    scene.say("claim.given-up");
    return new Move.To(new Collecting(submitting.draft()));
  }
}
