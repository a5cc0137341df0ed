package id.kentongan.dialogs.mind;

import id.kentongan.dialogs.mind.Slot.Fill;
import id.kentongan.dialogs.talk.AccidentForm;
import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.Awaits;
import id.kentongan.dialogs.talk.Choice;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Event.FromPerson;
import id.kentongan.dialogs.talk.State;
import id.kentongan.dialogs.values.Nik;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A work accident: help first, then the first notice with the least that the regulation asks for.
///
/// Source: Permenaker 1/2025 art. 8, 48A.
final class Accident implements Dialog<Accident.Waiting> {
  /// What a notice waits for.
  sealed interface Waiting extends State {
    @Override
    default String dialog() {
      return "accident";
    }
  }

  record Asking(String slot, Draft draft) implements Waiting {
    @Override
    public String name() {
      return slot;
    }
  }

  record Submitting(EffectId awaited, Draft draft) implements Waiting, Awaits.One {
    @Override
    public String name() {
      return "submitting";
    }
  }

  /// What is known so far.
  record Draft(
      @Nullable String victim,
      @Nullable LocalDate day,
      @Nullable String where,
      @Nullable String story,
      @Nullable String notifier,
      @Nullable Nik nik,
      @Nullable Boolean right) {
    static final Draft EMPTY = new Draft(null, null, null, null, null, null, null);

    Draft victim(@Nullable String v) {
      return new Draft(v, day, where, story, notifier, nik, right);
    }

    Draft day(@Nullable LocalDate d) {
      return new Draft(victim, d, where, story, notifier, nik, right);
    }

    Draft where(@Nullable String w) {
      return new Draft(victim, day, w, story, notifier, nik, right);
    }

    Draft story(@Nullable String s) {
      return new Draft(victim, day, where, s, notifier, nik, right);
    }

    Draft notifier(@Nullable String n) {
      return new Draft(victim, day, where, story, n, nik, right);
    }

    Draft right(@Nullable Boolean r) {
      return new Draft(victim, day, where, story, notifier, nik, r);
    }
  }

  private static final Form<Draft> FORM =
      new Form<>(
          List.of(
              nameSlot("victim", d -> d.victim(), Draft::victim, d -> d.victim(null)),
              new Slot<>(
                  "day",
                  d -> d.day() == null,
                  (s, d) -> s.ask(List.of(), "accident.ask.day"),
                  (s, d, e) ->
                      Reading.words(
                          s,
                          e,
                          w -> Told.deathDate(w, s.today()),
                          d::day,
                          x -> new Choice("x", Prices.day(x))),
                  d -> d.day(null)),
              textSlot("where", d -> d.where(), Draft::where, d -> d.where(null)),
              textSlot("story", d -> d.story(), Draft::story, d -> d.story(null)),
              nameSlot("notifier", d -> d.notifier(), Draft::notifier, d -> d.notifier(null)),
              new Slot<>(
                  "right",
                  d -> d.right() == null,
                  Accident::summary,
                  (s, d, e) -> Reading.yesNo(s, "right", e, Told::yesNo, d::right),
                  d -> d.right(null))));

  /// The notice of an accident that somebody died of, with what the claim already has.
  static State ofDeath(ClaimDraft claim) {
    Draft draft = Draft.EMPTY.victim(claim.deceased().name()).day(claim.deceased().died());
    return asking(draft);
  }

  @Override
  public Class<Waiting> states() {
    return Waiting.class;
  }

  @Override
  public Set<String> intents() {
    return Set.of("claim.jkk.start");
  }

  @Override
  public Move start(Scene scene, Opening opening) {
    scene.say("accident.help-first");
    return new Move.To(asking(Draft.EMPTY));
  }

  @Override
  public Move on(Scene scene, Waiting state, Event event) {
    return switch (state) {
      case Asking a -> event instanceof FromPerson said ? fill(scene, a, said) : Move.PASS;
      case Submitting s -> event instanceof Event.Answered a ? done(scene, s, a) : Move.PASS;
    };
  }

  @Override
  public void ask(Scene scene, Waiting state) {
    switch (state) {
      case Asking a -> FORM.slot(a.slot()).asker().accept(scene, a.draft());
      case Submitting _ -> scene.ask(List.of(), "wait");
    }
  }

  private static Move fill(Scene scene, Asking asking, FromPerson event) {
    if (event instanceof Event.Tapped t && t.choice().equals(Commands.BACK)) {
      return FORM.back(asking.slot(), asking.draft())
          .<Move>map(b -> new Move.To(new Asking(b.slot(), b.draft())))
          .orElse(Move.PASS);
    }
    return switch (FORM.read(scene, asking.slot(), asking.draft(), event)) {
      case Fill.Filled<Draft>(Draft draft) when Boolean.FALSE.equals(draft.right()) -> {
        scene.acknowledge("accident.again");
        yield new Move.To(asking(draft.right(null).where(null).story(null)));
      }
      case Fill.Filled<Draft>(Draft draft) when Boolean.TRUE.equals(draft.right()) ->
          new Move.To(new Submitting(scene.request(report(scene, draft)), draft));
      case Fill.Filled<Draft>(Draft draft) -> new Move.To(asking(draft));
      case Fill.Unclear<Draft> _ -> new Move.To(asking);
      case Fill.Other<Draft> _ -> Move.PASS;
    };
  }

  private static Asking asking(Draft draft) {
    return new Asking(FORM.next(draft).orElseThrow().name(), draft);
  }

  private static Effect.ReportAccident report(Scene scene, Draft d) {
    return new Effect.ReportAccident(
        new AccidentForm(
            Objects.requireNonNull(d.victim()),
            d.nik(),
            Objects.requireNonNull(d.day()),
            Objects.requireNonNull(d.where()),
            Objects.requireNonNull(d.story()),
            Objects.requireNonNull(d.notifier()),
            Told.senderPhone(scene)));
  }

  private static void summary(Scene scene, Draft d) {
    scene.ask(
        Reading.yesNoChoices(scene, "right"),
        "accident.ask.right",
        "korban",
        Objects.requireNonNull(d.victim()),
        "hari",
        Prices.day(Objects.requireNonNull(d.day())),
        "tempat",
        Objects.requireNonNull(d.where()),
        "cerita",
        Objects.requireNonNull(d.story()),
        "pelapor",
        Objects.requireNonNull(d.notifier()));
  }

  private static Move done(Scene scene, Submitting submitting, Event.Answered answered) {
    if (answered.answer() instanceof Answer.AccidentReported reported) {
      scene.say("accident.done", "nomor", reported.number(), "kode", reported.receipt().text());
      scene.askText(scene.choices("do.ask.jkk", Commands.HUMAN, Commands.MENU), "");
      return Move.OVER;
    }
    scene.say("accident.given-up");
    return new Move.To(new Asking("right", submitting.draft().right(null)));
  }

  /// Whether words tell of an accident: in the middle of a notice they belong to it.
  private static boolean tells(Event.Said said) {
    return Doubt.of(said.understood()) instanceof Doubt.Sure(String intent)
        && intent.equals("claim.jkk.start");
  }

  private interface Get {
    @Nullable String of(Draft draft);
  }

  private interface Put {
    Draft into(Draft draft, String value);
  }

  private static Slot<Draft> nameSlot(String name, Get get, Put put, UnaryOperator<Draft> clear) {
    return new Slot<>(
        name,
        d -> get.of(d) == null,
        (s, d) -> s.ask(List.of(), "accident.ask." + name),
        (s, d, e) ->
            Reading.freeWords(s, e, Told::name, v -> put.into(d, v), n -> new Choice("x", n)),
        clear);
  }

  private static Slot<Draft> textSlot(String name, Get get, Put put, UnaryOperator<Draft> clear) {
    return new Slot<>(
        name,
        d -> get.of(d) == null,
        (s, d) -> s.ask(List.of(), "accident.ask." + name),
        (s, d, e) ->
            e instanceof Event.Said said && (tells(said) || !Reading.wish(said.understood()))
                ? new Fill.Filled<>(put.into(d, Told.plain(said.text())))
                : new Fill.Other<>(),
        clear);
  }
}
