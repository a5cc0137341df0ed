package id.kentongan.dialogs.mind.accident;

import id.kentongan.dialogs.mind.answer.Benefits;
import id.kentongan.dialogs.mind.claim.Claim;
import id.kentongan.dialogs.mind.claim.ClaimDraft;
import id.kentongan.dialogs.mind.claim.ClaimDue;
import id.kentongan.dialogs.mind.claim.ClaimHeirs;
import id.kentongan.dialogs.mind.claim.ClaimReturn;
import id.kentongan.dialogs.mind.claim.Missing;
import id.kentongan.dialogs.mind.heard.Corrections;
import id.kentongan.dialogs.mind.heard.NameAgain;
import id.kentongan.dialogs.mind.heard.Names;
import id.kentongan.dialogs.mind.heard.Told;
import id.kentongan.dialogs.mind.member.HandOver;
import id.kentongan.dialogs.mind.member.Status;
import id.kentongan.dialogs.mind.scene.Commands;
import id.kentongan.dialogs.mind.scene.Dialog;
import id.kentongan.dialogs.mind.scene.Doubt;
import id.kentongan.dialogs.mind.scene.Move;
import id.kentongan.dialogs.mind.scene.Opening;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.mind.scene.Slot.Fill;
import id.kentongan.dialogs.mind.scene.SmallTalk;
import id.kentongan.dialogs.talk.AccidentForm;
import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.Awaits;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Event.FromPerson;
import id.kentongan.dialogs.talk.State;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// A work accident: help first, then the first notice with the least that the regulation asks for.
///
/// Source: Permenaker 1/2025 art. 8, 48A.
public final class Accident implements Dialog<Accident.Waiting> {
  public static final String INTENT = "claim.jkk.start";
  private static final String WRONG = "wrong.";

  /// What a notice waits for.
  public sealed interface Waiting extends State {
    @Override
    default String dialog() {
      return "accident";
    }
  }

  record Asking(String slot, AccidentDraft draft) implements Waiting {
    @Override
    public String name() {
      return slot;
    }
  }

  record Submitting(EffectId awaited, AccidentDraft draft) implements Waiting, Awaits.One {
    @Override
    public String name() {
      return "submitting";
    }
  }

  /// The notice of an accident that somebody died of, with what the claim already has.
  public static State ofDeath(ClaimDraft claim) {
    var dead = claim.deceased();
    String cause = dead.cause();
    AccidentDraft draft =
        AccidentDraft.EMPTY
            .victim(dead.name())
            .day(dead.died())
            .story(cause == null || cause.startsWith("cause.") ? null : cause)
            .notifier(ClaimHeirs.another(claim) ? null : claim.heir().name())
            .nik(dead.nik())
            .death();
    return asking(draft);
  }

  @Override
  public Class<Waiting> states() {
    return Waiting.class;
  }

  @Override
  public List<String> fields() {
    return AccidentSlots.FORM.names();
  }

  @Override
  public Set<String> intents() {
    return Set.of(INTENT);
  }

  @Override
  public Move start(Scene scene, Opening opening) {
    return AccidentReturn.begin(scene).orElseGet(() -> fresh(scene, opening));
  }

  private static Move fresh(Scene scene, Opening opening) {
    ClaimReturn.settled(scene);
    if (Missing.told(scene, opening.text())) {
      return missing(scene, opening);
    }
    AccidentDraft draft = begun(scene, opening);
    if (AccidentTold.death(scene, opening.text())) {
      scene.say("accident.died");
      return new Move.To(asking(draft.death()));
    }
    scene.say("accident.help-first");
    return new Move.To(asking(draft));
  }

  /// Somebody at sea or under a landslide who is not found yet.
  public static Move missing(Scene scene, Opening opening) {
    scene.say("accident.missing");
    return new Move.To(asking(begun(scene, opening)));
  }

  private static AccidentDraft begun(Scene scene, Opening opening) {
    AccidentDraft empty = AccidentDraft.EMPTY;
    boolean self = AccidentTold.happenedTo(scene, opening.text());
    return AccidentTold.gather(scene, self ? empty.ofReporter() : empty, opening.words())
        .victim(AccidentTold.victim(scene, opening.text()).orElse(null))
        .phone(Told.senderPhone(scene));
  }

  @Override
  public Move on(Scene scene, Waiting state, Event event) {
    return switch (state) {
      case Asking a ->
          AccidentReturn.on(scene, a, event)
              .orElseGet(
                  () -> event instanceof FromPerson said ? asked(scene, a, said) : Move.PASS);
      case Submitting s -> event instanceof Event.Answered a ? done(scene, s, a) : Move.PASS;
    };
  }

  @Override
  public void ask(Scene scene, Waiting state) {
    switch (state) {
      case Asking a -> AccidentSlots.FORM.slot(a.slot()).asker().accept(scene, a.draft());
      case Submitting _ -> scene.ask(List.of(), "wait");
    }
  }

  private Move asked(Scene scene, Asking asking, FromPerson event) {
    return switch (event) {
      case Event.Tapped t when t.choice().equals(Commands.BACK) ->
          AccidentSlots.FORM
              .back(asking.slot(), asking.draft())
              .<Move>map(b -> new Move.To(new Asking(b.slot(), b.draft())))
              .orElse(Move.PASS);
      case Event.Tapped t when t.choice().startsWith(WRONG) ->
          again(asking.draft(), t.choice().substring(WRONG.length()));
      case Event.Said said -> aside(scene, asking, said).orElseGet(() -> fill(scene, asking, said));
      case FromPerson other -> fill(scene, asking, other);
    };
  }

  /// A death, a correction, or the story where something else was asked.
  private static Optional<Move> aside(Scene scene, Asking asking, Event.Said said) {
    AccidentDraft draft = asking.draft();
    if (!draft.more().death() && AccidentTold.death(scene, said.text())) {
      scene.say("accident.died");
      AccidentDraft told = AccidentTold.gather(scene, draft, said.understood());
      return Optional.of(new Move.To(asking(told.death())));
    }
    if (Missing.told(scene, said.text())) {
      scene.say("claim.not-found-yet");
      return Optional.of(new Move.To(asking));
    }
    if (Status.ofAccident(scene, said.text())) {
      scene.say("accident.progress");
      return Optional.of(new Move.To(asking));
    }
    if (Benefits.asked(scene, said.text())) {
      if (!draft.more().death()) {
        return Optional.of(new Move.Digress(new Opening(Benefits.WORK, said.understood())));
      }
      ClaimDue.atWork(scene);
      return Optional.of(new Move.To(asking));
    }
    Optional<Move> question = AccidentAside.heard(scene, asking, said);
    if (question.isPresent()) {
      return question;
    }
    if (AccidentTold.treated(scene, said.text()) && !asking.slot().equals("story")) {
      scene.acknowledge("accident.treated");
      return Optional.of(new Move.To(asking));
    }
    if (Told.atWork(scene, said.text()) && AccidentTold.aside(scene, said.text())) {
      scene.acknowledge("accident.at-work");
      return Optional.of(new Move.To(asking));
    }
    Optional<String> renamed = NameAgain.instead(scene, "accident", "victim", draft.victim(), said);
    if (renamed.isPresent()) {
      scene.acknowledge("claim.noted");
      AccidentDraft known = AccidentTold.renamed(scene, draft, renamed.get(), said.text());
      return Optional.of(new Move.To(asking(known)));
    }
    List<String> fields = List.of("victim", "day", "time", "where", "nik", "notifier");
    var wrong = Corrections.asked(scene, "accident", fields, said);
    if (wrong.isPresent()) {
      return Optional.of(again(draft, wrong.get()));
    }
    boolean first = draft.story() == null && !asking.slot().equals("where");
    return ((tells(said) || capsized(scene, said)) && first)
            || AccidentTold.more(scene, asking.slot(), said)
        ? Optional.of(told(scene, asking.slot(), draft, said))
        : Optional.empty();
  }

  /// The story, or more of it, where something else was asked.
  private static Move told(Scene scene, String slot, AccidentDraft draft, Event.Said said) {
    if (draft.story() != null || !slot.equals("story")) {
      scene.acknowledge("claim.noted");
    }
    return new Move.To(
        asking(
            AccidentTold.gather(scene, draft, said.understood())
                .story(AccidentTold.longer(draft.story(), said.text()))));
  }

  private static Move again(AccidentDraft draft, String field) {
    return AccidentSlots.FORM.has(field)
        ? new Move.To(new Asking(field, AccidentSlots.FORM.slot(field).clear().apply(draft)))
        : Move.PASS;
  }

  private Move fill(Scene scene, Asking asking, FromPerson event) {
    return switch (AccidentSlots.FORM.read(scene, asking.slot(), asking.draft(), event)) {
      case Fill.Filled<AccidentDraft>(AccidentDraft draft)
          when AccidentSlots.FORM.next(draft).isEmpty() ->
          new Move.To(new Submitting(scene.request(report(scene, draft)), draft));
      case Fill.Filled<AccidentDraft>(AccidentDraft draft) ->
          new Move.To(
              asking(
                  event instanceof Event.Said said
                      ? AccidentTold.gather(scene, draft, said.understood())
                      : draft));
      case Fill.Unclear<AccidentDraft> _ -> new Move.To(asking);
      case Fill.Other<AccidentDraft> _ ->
          event instanceof Event.Said said ? lost(scene, asking, said) : Move.PASS;
    };
  }

  /// Who is lost gets the question again and a person, not the menu.
  private Move lost(Scene scene, Asking asking, Event.Said said) {
    if (Doubt.of(said.understood()) instanceof Doubt.Sure(String intent)
        && !intent.equals(SmallTalk.HELP)) {
      return Move.PASS;
    }
    scene.acknowledge("claim.lost");
    ask(scene, asking);
    scene.offer(scene.choice(Commands.HUMAN));
    return new Move.To(asking);
  }

  static Asking asking(AccidentDraft draft) {
    return new Asking(AccidentSlots.FORM.next(draft).orElseThrow().name(), draft);
  }

  private static Effect.ReportAccident report(Scene scene, AccidentDraft d) {
    return new Effect.ReportAccident(
        new AccidentForm(
            Objects.requireNonNull(d.victim()),
            d.nik(),
            Objects.requireNonNull(d.day()),
            Objects.requireNonNull(d.where()),
            scene.words(
                d.more().death() ? "accident.chronology-death" : "accident.chronology",
                "jam",
                Objects.requireNonNull(d.more().time()),
                "cerita",
                Objects.requireNonNull(d.story())),
            Objects.requireNonNull(d.notifier()),
            d.more().phone()));
  }

  private static Move done(Scene scene, Submitting submitting, Event.Answered answered) {
    AccidentDraft draft = submitting.draft();
    if (!(answered.answer() instanceof Answer.AccidentReported reported)) {
      scene.say("accident.given-up");
      return new Move.To(new Asking("right", draft.right(false)));
    }
    scene.say("accident.done", "nomor", reported.number(), "kode", reported.receipt().text());
    boolean late = reported.deadline().isBefore(scene.turn().now());
    scene.say(
        late ? "accident.clock-late" : "accident.clock",
        "kapan",
        HandOver.until(reported.deadline(), scene.zone()));
    if (draft.more().death()) {
      ClaimReturn.settled(scene);
      ClaimDue.atWork(scene);
      scene.learn(scene.learnt().about(Claim.MOURNING));
      scene.remember(Benefits.REPORTED, "yes");
    }
    AccidentAside.papers(scene, draft);
    scene.askText(scene.choices("do.ask.jkk", Commands.HUMAN, Commands.MENU), "");
    return Move.OVER;
  }

  /// Whether words tell of an accident: in the middle of a notice they belong to it.
  static boolean tells(Event.Said said) {
    return Doubt.of(said.understood()) instanceof Doubt.Sure(String intent)
        && intent.equals(INTENT);
  }

  /// `kapalnya kebalik` goes on with the story, not back.
  private static boolean capsized(Scene scene, Event.Said said) {
    return Doubt.of(said.understood()) instanceof Doubt.Sure(String intent)
        && intent.equals(Commands.BACK)
        && Names.happened(scene, said.text());
  }
}
