package id.kentongan.dialogs.mind.member;

import id.kentongan.dialogs.ear.parse.Phrases;
import id.kentongan.dialogs.mind.agent.AgentLogin;
import id.kentongan.dialogs.mind.heard.Reading;
import id.kentongan.dialogs.mind.heard.Told;
import id.kentongan.dialogs.mind.scene.Commands;
import id.kentongan.dialogs.mind.scene.Dialog;
import id.kentongan.dialogs.mind.scene.Frames;
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
import id.kentongan.dialogs.talk.Notice;
import id.kentongan.dialogs.talk.State;
import id.kentongan.dialogs.values.Code;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Consent by somebody's own phone to be enrolled by an agent (E2): asked there with a code, and
/// answered there or by telling the agent the code.
public final class PhoneConsent implements Dialog<PhoneConsent.Waiting> {
  public static final String INTENT = "consent.code";
  private static final String ANSWER = "phone-consent";

  /// What a consent waits for.
  public sealed interface Waiting extends State {
    @Override
    default String dialog() {
      return "consent";
    }
  }

  /// For the answer of whoever holds the phone.
  record Asked(Notice.ConsentWanted wanted) implements Waiting {
    @Override
    public String name() {
      return "asked";
    }
  }

  /// For the records; `wanted` where the phone itself was asked.
  record Giving(EffectId awaited, Notice.@Nullable ConsentWanted wanted)
      implements Waiting, Awaits.One {
    @Override
    public String name() {
      return "giving";
    }
  }

  /// Whether words bring a code of consent: `setuju 123456`. A phone that was asked hears for
  /// itself.
  public static boolean told(Scene scene, @Nullable State top, String text) {
    String bare = text.toLowerCase(Locale.ROOT);
    return !(top instanceof Asked)
        && Phrases.within(bare, scene.heard("consent.signs"))
        && code(text).isPresent();
  }

  /// Takes out what may no longer be answered; whether that was the last question asked, which is
  /// then said: a yes to it is a yes to nothing else.
  public static boolean over(Scene scene, Frames frames) {
    Predicate<State> late =
        state ->
            state instanceof Asked asked && asked.wanted().until().isBefore(scene.turn().now());
    State top = frames.top();
    boolean asked = top != null && late.test(top);
    frames.drop(late);
    if (asked) {
      scene.say("refused.consent-over");
    }
    return asked;
  }

  /// Lays the question before whoever holds the phone; under an officer who has the conversation.
  public static void want(Scene scene, Frames frames, Notice.ConsentWanted wanted) {
    scene.say(
        "consent.wanted",
        "agen",
        wanted.agent(),
        "wadah",
        wanted.organisation(),
        "nama",
        wanted.name(),
        "pengendali",
        scene.content().rules().consent().controller());
    State top = frames.top();
    var asked = new Asked(wanted);
    if (top != null && HandOver.silent(top)) {
      frames.pushUnder(asked);
      scene.sayText(question(scene, wanted));
    } else {
      frames.push(asked);
    }
  }

  /// Tells the agent what became of the consent they asked for.
  public static void ended(Scene scene, Notice.ConsentEnded ended) {
    String number = ended.number();
    scene.say(
        "consent.ended." + ended.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        "nama",
        ended.name(),
        "nomor",
        number == null ? "" : number);
  }

  /// Tells that somebody is enrolled now, the agent or the phone that consented.
  public static void given(Scene scene, Answer.ConsentGiven given) {
    boolean agent = scene.fact(AgentLogin.AGENT) != null;
    scene.say(
        agent ? "consent.done-agent" : "consent.done",
        "nama",
        given.name(),
        "nomor",
        given.number(),
        "kode",
        given.receipt().text(),
        "total",
        given.total().toString());
  }

  @Override
  public Class<Waiting> states() {
    return Waiting.class;
  }

  @Override
  public Set<String> intents() {
    return Set.of(INTENT);
  }

  @Override
  public Move start(Scene scene, Opening opening) {
    return code(opening.text())
        .<Move>map(code -> tell(scene, code, null))
        .orElseGet(
            () -> {
              scene.say("consent.how");
              return Move.OVER;
            });
  }

  @Override
  public Move on(Scene scene, Waiting state, Event event) {
    return switch (state) {
      case Asked asked ->
          event instanceof FromPerson said ? answered(scene, asked, said) : Move.PASS;
      case Giving giving ->
          event instanceof Event.Answered a ? came(scene, giving, a.answer()) : Move.PASS;
    };
  }

  @Override
  public void ask(Scene scene, Waiting state) {
    switch (state) {
      case Asked(Notice.ConsentWanted wanted) ->
          scene.askText(Reading.yesNoChoices(scene, ANSWER), question(scene, wanted));
      case Giving _ -> scene.ask(java.util.List.of(), "wait");
    }
  }

  private static String question(Scene scene, Notice.ConsentWanted wanted) {
    return scene.words(
        "consent.ask",
        "nama",
        wanted.name(),
        "kode",
        wanted.code(),
        "sampai",
        HandOver.until(wanted.until(), scene.zone()));
  }

  private static Move answered(Scene scene, Asked asked, FromPerson event) {
    Optional<Code> code = event instanceof Event.Said said ? code(said.text()) : Optional.empty();
    if (code.isPresent()) {
      return tell(scene, code.get(), asked.wanted());
    }
    if (event instanceof Event.Said said
        && Commands.listed(scene, "consent.stranger", said.text())) {
      return refuse(scene, asked.wanted());
    }
    return switch (Reading.yesNo(scene, ANSWER, event, yes -> yes)) {
      case Fill.Filled<Boolean>(Boolean yes) when yes -> {
        var give = new Effect.GiveConsent(asked.wanted().request());
        yield new Move.To(new Giving(scene.request(give), asked.wanted()));
      }
      case Fill.Filled<Boolean> _ -> refuse(scene, asked.wanted());
      case Fill.Unclear<Boolean> _ -> new Move.To(asked);
      case Fill.Other<Boolean> _ -> Move.PASS;
    };
  }

  private static Move tell(Scene scene, Code code, Notice.@Nullable ConsentWanted wanted) {
    return new Move.To(new Giving(scene.request(new Effect.TellConsent(code)), wanted));
  }

  private static Move refuse(Scene scene, Notice.ConsentWanted wanted) {
    scene.tell(new Effect.RefuseConsent(wanted.request()));
    scene.say("consent.refused", "nama", wanted.name());
    return Move.OVER;
  }

  private static Move came(Scene scene, Giving giving, Answer answer) {
    Notice.ConsentWanted wanted = giving.wanted();
    if (answer instanceof Answer.ConsentGiven given) {
      given(scene, given);
      scene.askText(scene.choices("do.ask.payment", Commands.MENU), "");
      return Move.OVER;
    }
    if (answer instanceof Answer.Refused refused) {
      scene.say("refused." + refused.reason());
      return Move.OVER;
    }
    if (answer instanceof Answer.NotIdentified) {
      scene.say("consent.wrong-code");
    } else {
      scene.say(answer instanceof Answer.TooManyTries ? "agent.too-many" : "given-up");
    }
    return wanted == null ? Move.OVER : new Move.To(new Asked(wanted));
  }

  private static Optional<Code> code(String text) {
    return Told.sentCode(text);
  }
}
