package id.kentongan.dialogs.mind.member;

import id.kentongan.dialogs.ear.Parsed;
import id.kentongan.dialogs.mind.enroll.EnrollFacts;
import id.kentongan.dialogs.mind.enroll.EnrollReturn;
import id.kentongan.dialogs.mind.heard.Reading;
import id.kentongan.dialogs.mind.heard.Told;
import id.kentongan.dialogs.mind.scene.Commands;
import id.kentongan.dialogs.mind.scene.Dialog;
import id.kentongan.dialogs.mind.scene.Frames;
import id.kentongan.dialogs.mind.scene.Move;
import id.kentongan.dialogs.mind.scene.Opening;
import id.kentongan.dialogs.mind.scene.Prices;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.Awaits;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Memory;
import id.kentongan.dialogs.talk.MyData;
import id.kentongan.dialogs.talk.State;
import id.kentongan.dialogs.values.Code;
import id.kentongan.dialogs.values.Retention;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What is kept about somebody (X5): shown, erased with a proof, or no longer consented to.
public final class Privacy implements Dialog<Privacy.Waiting> {
  static final String READ = "privacy.data";
  static final String ERASE = "privacy.erase";
  static final String WITHDRAW = "privacy.withdraw";
  private static final String YES = "privacy.yes";
  private static final String NO = "privacy.no";

  /// The code of the erasure after which this conversation began anew.
  private static final String PROOF = Memory.ERASED;

  /// What privacy waits for.
  public sealed interface Waiting extends State {
    @Override
    default String dialog() {
      return "privacy";
    }
  }

  /// For what is kept; `erase`: to be erased then.
  record Reading(EffectId awaited, boolean erase) implements Waiting, Awaits.One {
    @Override
    public String name() {
      return "reading";
    }
  }

  /// For the word that erases.
  record Confirming() implements Waiting {
    @Override
    public String name() {
      return "confirming";
    }
  }

  record Erasing(EffectId awaited) implements Waiting, Awaits.One {
    @Override
    public String name() {
      return "erasing";
    }
  }

  /// The wish that words stand for, where they are listed.
  public static Optional<String> asked(Scene scene, String text) {
    if (Commands.listed(scene, READ + "-words", text)) {
      return Optional.of(READ);
    }
    if (Commands.listed(scene, ERASE + "-words", text)) {
      return Optional.of(ERASE);
    }
    return Commands.listed(scene, WITHDRAW + "-words", text)
        ? Optional.of(WITHDRAW)
        : Optional.empty();
  }

  /// Whether consent is taken back, so that what rests on it ends.
  public static boolean withdraws(Scene scene, Opening opening) {
    String text = opening.text().toLowerCase(Locale.ROOT);
    return opening.intent().equals(WITHDRAW)
        || (opening.intent().equals(ERASE)
            && scene.heard("privacy.withdraw-signs").stream().anyMatch(text::contains)
            && scene.heard("privacy.erase-signs").stream().noneMatch(text::contains));
  }

  /// All is erased: the conversation begins anew, and knows of the past only the proof. An officer
  /// who has it keeps it.
  public static void erased(Scene scene, Frames frames, Answer.Erased erased) {
    frames.drop(state -> !HandOver.silent(state));
    scene.forgetAll(Sharing.SEVERAL);
    scene.remember(PROOF, erased.proof().text());
    scene.sayCode("privacy.erased", erased.proof(), "hari", Prices.day(erased.backups()));
    kept(scene, erased.kept());
  }

  /// The same, where it was asked for from another conversation of the person.
  public static void erased(Scene scene, Frames frames, Code proof) {
    frames.drop(state -> !HandOver.silent(state));
    scene.forgetAll(Sharing.SEVERAL);
    scene.remember(PROOF, proof.text());
    scene.sayCode("privacy.erased-elsewhere", proof);
  }

  @Override
  public Class<Waiting> states() {
    return Waiting.class;
  }

  @Override
  public Set<String> intents() {
    return Set.of(READ, ERASE, WITHDRAW);
  }

  @Override
  public boolean takesUp(State state, Opening opening) {
    return opening.intent().equals(ERASE) && state instanceof Confirming;
  }

  @Override
  public Move start(Scene scene, Opening opening) {
    if (withdraws(scene, opening)) {
      scene.tell(new Effect.WithdrawConsent());
      EnrollReturn.forget(scene);
      EnrollFacts.forget(scene);
      scene.say("privacy.withdrawn");
      scene.askText(scene.choices("do." + ERASE, Commands.MENU), "");
      return Move.OVER;
    }
    return read(scene, opening.intent());
  }

  /// Reads what is kept, to show it or to erase it.
  static Move read(Scene scene, String wish) {
    var read = new Effect.ReadMyData(scene.person(), terms(scene));
    return new Move.To(new Reading(scene.request(read), wish.equals(ERASE)));
  }

  @Override
  public Move on(Scene scene, Waiting state, Event event) {
    return switch (state) {
      case Reading r -> event instanceof Event.Answered a ? read(scene, r, a.answer()) : Move.PASS;
      case Confirming c -> confirmed(scene, c, event);
      case Erasing _ -> {
        if (!(event instanceof Event.Answered)) {
          yield Move.PASS;
        }
        scene.say("given-up");
        yield Move.OVER;
      }
    };
  }

  @Override
  public void ask(Scene scene, Waiting state) {
    switch (state) {
      case Confirming _ -> scene.ask(scene.choices(YES, NO), "privacy.confirm");
      case Reading _, Erasing _ -> scene.ask(List.of(), "wait");
    }
  }

  private static Move read(Scene scene, Reading state, Answer answer) {
    if (!(answer instanceof Answer.MyDataRead(MyData data))) {
      scene.say("given-up");
      return Move.OVER;
    }
    String before = scene.fact(PROOF);
    if (state.erase() && before != null && data.empty()) {
      scene.say("privacy.already", "kode", before);
      return Move.OVER;
    }
    if (!state.erase()) {
      Sharing.close(scene);
      scene.sayText(PrivacyText.of(scene, data));
      scene.askText(
          data.who() == null
              ? scene.choices("do.status.membership", "do." + ERASE, Commands.MENU)
              : scene.choices("do." + ERASE, "do." + WITHDRAW, Commands.MENU),
          "");
      return Move.OVER;
    }
    scene.say(data.who() == null ? "privacy.what-chat" : "privacy.what");
    kept(scene, data.running());
    return new Move.To(new Confirming());
  }

  private static Move confirmed(Scene scene, Confirming state, Event event) {
    return switch (event) {
      case Event.Tapped tapped when tapped.choice().equals(YES) -> erase(scene);
      case Event.Tapped tapped when tapped.choice().equals(NO) -> leave(scene);
      case Event.Said said when Commands.listed(scene, "privacy.confirm-words", said.text()) ->
          erase(scene);
      case Event.Said said
          when Told.yesNo(scene, said.understood())
              instanceof Parsed.Value<Boolean>(Boolean yes) -> {
        if (!yes) {
          yield leave(scene);
        }
        scene.explain("privacy.type");
        yield new Move.To(state);
      }
      default -> Move.PASS;
    };
  }

  private static Move erase(Scene scene) {
    var erase = new Effect.EraseMyData(scene.person(), terms(scene));
    return new Move.To(new Erasing(scene.request(erase)));
  }

  private static Move leave(Scene scene) {
    Sharing.close(scene);
    scene.say("cancel.privacy");
    return Move.OVER;
  }

  private static Retention terms(Scene scene) {
    return scene.content().rules().consent().terms();
  }

  private static void kept(Scene scene, List<MyData.Kept> kept) {
    if (!kept.isEmpty()) {
      scene.sayText(PrivacyText.kept(scene, kept));
    }
  }
}
