package id.kentongan.dialogs.mind.claim;

import id.kentongan.dialogs.mind.heard.Reading;
import id.kentongan.dialogs.mind.member.HandOver;
import id.kentongan.dialogs.mind.scene.Commands;
import id.kentongan.dialogs.mind.scene.Dialog;
import id.kentongan.dialogs.mind.scene.Listed;
import id.kentongan.dialogs.mind.scene.Move;
import id.kentongan.dialogs.mind.scene.Opening;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.Awaits;
import id.kentongan.dialogs.talk.Choice;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A family's time at the branch (H3): chosen after the claim was sent, changed or given back by a
/// message; then the page to bring along.
public final class Visit implements Dialog<Visit.Waiting> {
  public static final String INTENT = "visit";
  public static final String PAGE = "visit.page";
  private static final String SLOT = "slot.";
  private static final String AGAIN = "visit.again";
  private static final String LATER = "visit.later";
  private static final String CANCEL = "visit.cancel";

  /// What a visit waits for.
  public sealed interface Waiting extends State {
    @Override
    default String dialog() {
      return "visit";
    }
  }

  /// For the free times; `cancel` when the family has said that it will not come.
  record Looking(EffectId awaited, boolean cancel) implements Waiting, Awaits.One {
    @Override
    public String name() {
      return "looking";
    }
  }

  /// For one of the times.
  record Choosing(String claim, List<Instant> free, @Nullable Instant booked) implements Waiting {
    @Override
    public String name() {
      return "choosing";
    }
  }

  record Booking(EffectId awaited, String claim) implements Waiting, Awaits.One {
    @Override
    public String name() {
      return "booking";
    }
  }

  /// For the page.
  record Drawing(EffectId awaited) implements Waiting, Awaits.One {
    @Override
    public String name() {
      return "drawing";
    }
  }

  /// The times for a claim just sent.
  static Move after(Scene scene, String claim) {
    return new Move.To(new Looking(scene.request(new Effect.ReadSlots(claim)), false));
  }

  /// The intent of words about a visit or its page, which no Ear has learnt.
  public static Optional<String> asked(Scene scene, String text) {
    if (Listed.any(scene, "visit.page-words", text)) {
      return Optional.of(PAGE);
    }
    boolean visit =
        Listed.any(scene, "visit.words", text) || Listed.any(scene, "visit.cancel-words", text);
    return visit ? Optional.of(INTENT) : Optional.empty();
  }

  @Override
  public Class<Waiting> states() {
    return Waiting.class;
  }

  @Override
  public Set<String> intents() {
    return Set.of(INTENT, PAGE);
  }

  @Override
  public Move start(Scene scene, Opening opening) {
    if (opening.intent().equals(PAGE)) {
      return drawing(scene, null);
    }
    boolean cancel = Listed.any(scene, "visit.cancel-words", opening.text());
    return new Move.To(new Looking(scene.request(new Effect.ReadSlots(null)), cancel));
  }

  @Override
  public Move on(Scene scene, Waiting state, Event event) {
    return switch (state) {
      case Choosing choosing -> choose(scene, ahead(scene, choosing), event);
      case Looking looking ->
          event instanceof Event.Answered a
              ? answered(scene, a.answer(), looking.cancel())
              : Move.PASS;
      case Booking _ ->
          event instanceof Event.Answered a ? answered(scene, a.answer(), false) : Move.PASS;
      case Drawing _ -> event instanceof Event.Answered a ? drawn(scene, a.answer()) : Move.PASS;
    };
  }

  @Override
  public void ask(Scene scene, Waiting state) {
    switch (state) {
      case Looking _, Booking _, Drawing _ -> scene.ask(List.of(), "wait");
      case Choosing offered -> askOf(scene, ahead(scene, offered));
    }
  }

  private static void askOf(Scene scene, Choosing state) {
    if (state.free().isEmpty()) {
      scene.ask(List.of(scene.choice(AGAIN), scene.choice(LATER)), "visit.over");
    } else {
      askFor(scene, state, state.free(), state.booked() == null ? "visit.ask" : "visit.ask-other");
    }
  }

  /// Without the times that have passed since they were offered.
  private static Choosing ahead(Scene scene, Choosing offered) {
    Instant now = scene.turn().now();
    List<Instant> free = offered.free().stream().filter(now::isBefore).toList();
    return new Choosing(offered.claim(), free, offered.booked());
  }

  private static void askFor(Scene scene, Choosing state, List<Instant> free, String key) {
    var choices = new ArrayList<Choice>();
    free.forEach(at -> choices.add(new Choice(SLOT + at.getEpochSecond(), slot(scene, at))));
    Instant booked = state.booked();
    choices.add(scene.choice(booked == null ? LATER : CANCEL));
    scene.ask(
        choices,
        key,
        "kantor",
        scene.content().offices().branch(),
        "kapan",
        booked == null ? "" : HandOver.until(booked, scene.zone()),
        "contoh",
        example(scene, state));
  }

  /// A time that is free, as one may write it.
  private static String example(Scene scene, Choosing state) {
    return VisitTimes.example(state.free().getFirst().atZone(scene.content().rules().zone()));
  }

  private static String slot(Scene scene, Instant at) {
    return VisitTimes.label(at.atZone(scene.content().rules().zone()));
  }

  private static Move choose(Scene scene, Choosing state, Event event) {
    return switch (event) {
      case Event.Tapped t when state.free().isEmpty() && again(t) -> after(scene, state.claim());
      case Event.Tapped t when t.choice().startsWith(SLOT) ->
          state.free().stream()
              .filter(at -> t.choice().equals(SLOT + at.getEpochSecond()))
              .findFirst()
              .map(at -> book(scene, state, at))
              .orElse(Move.PASS);
      case Event.Tapped t when t.choice().equals(CANCEL) -> cancel(scene, state.claim());
      case Event.Tapped t
          when t.choice().equals(LATER)
              || (t.choice().equals(Commands.CANCEL) && state.booked() == null) ->
          later(scene, state);
      case Event.Said said -> said(scene, state, said);
      case Event.Tapped _,
          Event.Edited _,
          Event.SentFile _,
          Event.SentLocation _,
          Event.SentContact _,
          Event.SentOther _,
          Event.Left _,
          Event.Due _,
          Event.Answered _,
          Event.Noticed _ ->
          Move.PASS;
    };
  }

  private static boolean again(Event.Tapped tapped) {
    return tapped.choice().equals(AGAIN) || tapped.choice().startsWith(SLOT);
  }

  private static Move said(Scene scene, Choosing state, Event.Said said) {
    List<Instant> meant = VisitTimes.meant(scene, state.free(), said.text());
    if (meant.size() == 1) {
      return book(scene, state, meant.getFirst());
    }
    if (meant.size() > 1) {
      askFor(scene, state, meant, "visit.several");
      return new Move.To(state);
    }
    if (Listed.any(scene, "visit.later-words", said.text())) {
      return later(scene, state);
    }
    if (Listed.any(scene, "claim.how-long-words", said.text())) {
      return new Move.Digress(new Opening(ClaimAside.TIME, said.understood()));
    }
    if (Reading.wish(said.understood()) || Reading.courtesy(said.understood())) {
      return Move.PASS;
    }
    if (state.free().isEmpty()) {
      return after(scene, state.claim());
    }
    boolean named = VisitTimes.named(scene, said.text());
    scene.explain(named ? "visit.not-free" : "visit.unclear", "contoh", example(scene, state));
    return new Move.To(state);
  }

  private static Move later(Scene scene, Choosing state) {
    scene.say("visit.later");
    return drawing(scene, state.claim());
  }

  private static Move book(Scene scene, Choosing state, Instant at) {
    var book = new Effect.BookSlot(state.claim(), at);
    return new Move.To(new Booking(scene.request(book), state.claim()));
  }

  private static Move cancel(Scene scene, String claim) {
    return new Move.To(new Booking(scene.request(new Effect.CancelSlot(claim)), claim));
  }

  private static Move drawing(Scene scene, @Nullable String claim) {
    return new Move.To(new Drawing(scene.request(new Effect.DrawClaim(claim))));
  }

  private static Move answered(Scene scene, Answer answer, boolean cancel) {
    return switch (answer) {
      case Answer.SlotsOffered offered when cancel && offered.booked() != null ->
          cancel(scene, offered.claim());
      case Answer.SlotsOffered offered -> offered(scene, offered);
      case Answer.SlotBooked booked -> {
        booked(scene, booked);
        yield drawing(scene, booked.claim());
      }
      case Answer.SlotGone _ -> over(scene, "visit.gone");
      case Answer.NoClaim _ -> over(scene, "visit.no-claim");
      default -> over(scene, "given-up");
    };
  }

  private static Move offered(Scene scene, Answer.SlotsOffered offered) {
    boolean taken = scene.turn().talk().top() instanceof Booking;
    if (offered.free().isEmpty()) {
      return over(scene, "visit.full");
    }
    if (taken) {
      scene.say("visit.taken");
    }
    return new Move.To(new Choosing(offered.claim(), offered.free(), offered.booked()));
  }

  public static void booked(Scene scene, Answer.SlotBooked booked) {
    scene.say(
        "visit.booked",
        "kapan",
        HandOver.until(booked.at(), scene.zone()),
        "kantor",
        booked.office(),
        "nomor",
        booked.claim());
  }

  private static Move drawn(Scene scene, Answer answer) {
    return switch (answer) {
      case Answer.FileMade made -> {
        scene.attach(made.file());
        yield over(scene, "visit.page");
      }
      case Answer.NoClaim _ -> over(scene, "visit.no-claim");
      default -> over(scene, "visit.page-later");
    };
  }

  private static Move over(Scene scene, String key) {
    scene.say(key);
    scene.askText(scene.choices("do.status.claim", "do.ask.claim.time", Commands.HUMAN), "");
    return Move.OVER;
  }
}
