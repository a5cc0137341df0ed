package id.kentongan.dialogs.mind.enroll;

import id.kentongan.dialogs.ear.parse.Phrases;
import id.kentongan.dialogs.mind.heard.Reading;
import id.kentongan.dialogs.mind.heard.Told;
import id.kentongan.dialogs.mind.scene.Dialog;
import id.kentongan.dialogs.mind.scene.Move;
import id.kentongan.dialogs.mind.scene.Opening;
import id.kentongan.dialogs.mind.scene.Prices;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.mind.scene.Slot.Fill;
import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.Awaits;
import id.kentongan.dialogs.talk.Choice;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Event.FromPerson;
import id.kentongan.dialogs.talk.State;
import id.kentongan.dialogs.values.Code;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Going on with a draft from another number or messenger: its code, and the birth date in it.
public final class ResumeDraft implements Dialog<ResumeDraft.Waiting> {
  /// What finding a draft waits for.
  public sealed interface Waiting extends State {
    @Override
    default String dialog() {
      return "draft";
    }
  }

  record AskingCode() implements Waiting {
    @Override
    public String name() {
      return "code";
    }
  }

  record AskingBirth(Code code) implements Waiting {
    @Override
    public String name() {
      return "birth";
    }
  }

  record Finding(EffectId awaited) implements Waiting, Awaits.One {
    @Override
    public String name() {
      return "finding";
    }
  }

  /// Whether words name a code to go on with: `kode lanjut K7M4-92QX`.
  public static boolean asked(Scene scene, String text) {
    String bare = text.toLowerCase(Locale.ROOT);
    return Phrases.within(bare, scene.heard("draft.signs")) && Told.code(text).isPresent();
  }

  @Override
  public Class<Waiting> states() {
    return Waiting.class;
  }

  @Override
  public Set<String> intents() {
    return Set.of("draft.resume");
  }

  @Override
  public Move start(Scene scene, Opening opening) {
    return Told.code(opening.text())
        .<Move>map(code -> new Move.To(new AskingBirth(code)))
        .orElseGet(() -> new Move.To(new AskingCode()));
  }

  @Override
  public Move on(Scene scene, Waiting state, Event event) {
    return switch (state) {
      case AskingCode asking -> onCode(scene, asking, event);
      case AskingBirth asking ->
          event instanceof FromPerson said ? onBirth(scene, asking, said) : Move.PASS;
      case Finding _ ->
          event instanceof Event.Answered answered ? onFound(scene, answered.answer()) : Move.PASS;
    };
  }

  @Override
  public void ask(Scene scene, Waiting state) {
    switch (state) {
      case AskingCode _ -> scene.ask(List.of(), "draft.ask.code");
      case AskingBirth _ -> scene.ask(List.of(), "draft.ask.birth");
      case Finding _ -> scene.ask(List.of(), "wait");
    }
  }

  private static Move onCode(Scene scene, AskingCode asking, Event event) {
    if (!(event instanceof Event.Said said)) {
      return Move.PASS;
    }
    var code = Told.code(said.text());
    if (code.isPresent()) {
      return new Move.To(new AskingBirth(code.get()));
    }
    if (Reading.wish(said.understood())) {
      return Move.PASS;
    }
    scene.explain("draft.no-code");
    return new Move.To(asking);
  }

  private static Move onBirth(Scene scene, AskingBirth asking, FromPerson event) {
    Fill<LocalDate> fill =
        Reading.words(
            scene,
            event,
            w -> Told.birthDate(scene, w),
            d -> d,
            d -> new Choice("x", Prices.day(d)));
    return switch (fill) {
      case Fill.Filled<LocalDate>(LocalDate born) ->
          new Move.To(new Finding(scene.request(new Effect.FindDraft(asking.code(), born))));
      case Fill.Unclear<LocalDate> _ -> new Move.To(asking);
      case Fill.Other<LocalDate> _ -> Move.PASS;
    };
  }

  private static Move onFound(Scene scene, Answer answer) {
    if (answer instanceof Answer.DraftFound found) {
      scene.acknowledge("draft.found");
      return new Move.To(scene.stored().state(found.draft()));
    }
    if (answer instanceof Answer.TooManyTries) {
      scene.say("identity.too-many");
    } else if (answer instanceof Answer.GivenUp) {
      scene.say("given-up");
    } else {
      EnrollReturn.forget(scene);
      scene.say("draft.not-found");
    }
    return Move.OVER;
  }
}
