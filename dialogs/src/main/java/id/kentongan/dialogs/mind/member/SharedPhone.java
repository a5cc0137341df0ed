package id.kentongan.dialogs.mind.member;

import id.kentongan.dialogs.mind.heard.Reading;
import id.kentongan.dialogs.mind.heard.Told;
import id.kentongan.dialogs.mind.scene.Commands;
import id.kentongan.dialogs.mind.scene.Dialog;
import id.kentongan.dialogs.mind.scene.Move;
import id.kentongan.dialogs.mind.scene.Opening;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.Answer.Profile;
import id.kentongan.dialogs.talk.Awaits;
import id.kentongan.dialogs.talk.Choice;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.State;
import id.kentongan.dialogs.values.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Several people on one phone (S2): for whom something is, and that person's own key of six
/// digits, so that nothing of one is shown to another. Who forgot the key proves who they are.
public final class SharedPhone implements Dialog<SharedPhone.Waiting> {
  public static final String INTENT = "profile.choose";

  private static final String OTHER = "profile.other";
  private static final String FORGOTTEN = "profile.forgotten";
  private static final String OF = "profile.";
  private static final int LABEL = 20;

  /// What a shared phone waits for; `wish` is what the person came for.
  public sealed interface Waiting extends State {
    @Override
    default String dialog() {
      return "profile";
    }
  }

  record Reading(EffectId awaited, String wish) implements Waiting, Awaits.One {
    @Override
    public String name() {
      return "reading";
    }
  }

  record Choosing(List<Profile> people, String wish) implements Waiting {
    @Override
    public String name() {
      return "choosing";
    }
  }

  record Unlocking(Profile who, String wish) implements Waiting {
    @Override
    public String name() {
      return "key";
    }
  }

  record Opening(EffectId awaited, Profile who, String wish) implements Waiting, Awaits.One {
    @Override
    public String name() {
      return "opening";
    }
  }

  /// For a new key of somebody who has just shown who they are.
  public record Setting(String person, String wish) implements Waiting {
    @Override
    public String name() {
      return "new-key";
    }
  }

  record Saving(EffectId awaited, Setting setting) implements Waiting, Awaits.One {
    @Override
    public String name() {
      return "saving";
    }
  }

  @Override
  public Class<Waiting> states() {
    return Waiting.class;
  }

  @Override
  public Set<String> intents() {
    return Set.of(INTENT, OTHER);
  }

  @Override
  public Move start(Scene scene, id.kentongan.dialogs.mind.scene.Opening opening) {
    if (opening.intent().equals(OTHER)) {
      return prove(scene);
    }
    String wish = opening.detail().isEmpty() ? Status.MEMBERSHIP : opening.detail();
    var kin = Sharing.kin(scene, wish, opening.text());
    if (kin.isPresent() && !Sharing.several(scene)) {
      Sharing.ofKin(scene);
      scene.acknowledge("profile.kin", "siapa", kin.get());
      return new Move.To(new Status.Asking("nik", Status.Proof.NONE));
    }
    return new Move.To(new Reading(scene.request(new Effect.ReadProfiles()), wish));
  }

  @Override
  public Move on(Scene scene, Waiting state, Event event) {
    return switch (state) {
      case Reading r -> event instanceof Event.Answered a ? read(scene, r, a.answer()) : Move.PASS;
      case Choosing c -> chosen(scene, c, event);
      case Unlocking u -> key(scene, u, event);
      case Opening o -> event instanceof Event.Answered a ? came(scene, o, a.answer()) : Move.PASS;
      case Setting s -> set(scene, s, event);
      case Saving s -> event instanceof Event.Answered a ? kept(scene, s, a.answer()) : Move.PASS;
    };
  }

  @Override
  public void ask(Scene scene, Waiting state) {
    switch (state) {
      case Reading _, Opening _, Saving _ -> scene.ask(List.of(), "wait");
      case Choosing c -> {
        var choices = new ArrayList<Choice>();
        c.people().forEach(p -> choices.add(new Choice(OF + p.person(), label(p.name()))));
        choices.add(scene.choice(OTHER));
        scene.ask(choices, "profile.whom");
      }
      case Unlocking u ->
          scene.ask(
              scene.choices(FORGOTTEN, Commands.CANCEL), "profile.key", "nama", u.who().name());
      case Setting _ -> scene.ask(scene.choices(Commands.CANCEL), "profile.set");
    }
  }

  private static Move read(Scene scene, Reading reading, Answer answer) {
    if (!(answer instanceof Answer.ProfilesRead read)) {
      scene.say("given-up");
      return Move.OVER;
    }
    if (read.people().size() < 2 && !Sharing.several(scene)) {
      return prove(scene);
    }
    return new Move.To(new Choosing(read.people(), reading.wish()));
  }

  private static Move chosen(Scene scene, Choosing choosing, Event event) {
    if (event instanceof Event.Tapped t && t.choice().equals(OTHER)) {
      return prove(scene);
    }
    Optional<Profile> who = named(choosing, event);
    if (who.isEmpty()) {
      return Move.PASS;
    }
    if (!who.get().keyed()) {
      scene.acknowledge("profile.no-key", "nama", who.get().name());
      return prove(scene);
    }
    return new Move.To(new Unlocking(who.get(), choosing.wish()));
  }

  /// By the button, or by a name of just one of them.
  private static Optional<Profile> named(Choosing choosing, Event event) {
    if (event instanceof Event.Tapped t) {
      return choosing.people().stream().filter(p -> t.choice().equals(OF + p.person())).findFirst();
    }
    if (!(event instanceof Event.Said said)) {
      return Optional.empty();
    }
    List<String> words = List.of(said.text().toLowerCase(Locale.ROOT).strip().split("[^\\p{L}]+"));
    List<Profile> named =
        choosing.people().stream()
            .filter(p -> words.contains(p.name().toLowerCase(Locale.ROOT).split(" ")[0]))
            .toList();
    return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
  }

  private static Move key(Scene scene, Unlocking unlocking, Event event) {
    if (event instanceof Event.Tapped t && t.choice().equals(FORGOTTEN)) {
      return prove(scene);
    }
    if (!(event instanceof Event.Said said)) {
      return Move.PASS;
    }
    if (Commands.listed(scene, "profile.forgotten-words", said.text())) {
      return prove(scene);
    }
    Optional<Code> key = Told.sentCode(said.text());
    if (key.isEmpty()) {
      return unclear(scene, unlocking, said);
    }
    var open = new Effect.OpenProfile(unlocking.who().person(), key.get());
    return new Move.To(new Opening(scene.request(open), unlocking.who(), unlocking.wish()));
  }

  private static Move unclear(Scene scene, Waiting state, Event.Said said) {
    if (id.kentongan.dialogs.mind.heard.Reading.wish(said.understood())) {
      return Move.PASS;
    }
    scene.explain(state instanceof Setting ? "profile.unclear-new" : "profile.unclear");
    return new Move.To(state);
  }

  private static Move came(Scene scene, Opening opening, Answer answer) {
    return switch (answer) {
      case Answer.Identified who -> {
        scene.bind(who.person());
        yield fulfil(scene, who.person(), opening.wish());
      }
      case Answer.NotIdentified _ -> {
        scene.say("profile.wrong");
        yield new Move.To(new Unlocking(opening.who(), opening.wish()));
      }
      case Answer.TooManyTries _ -> {
        scene.say("profile.too-many");
        yield new Move.To(new Unlocking(opening.who(), opening.wish()));
      }
      default -> {
        scene.say("given-up");
        yield Move.OVER;
      }
    };
  }

  private static Move set(Scene scene, Setting setting, Event event) {
    if (!(event instanceof Event.Said said)) {
      return Move.PASS;
    }
    Optional<Code> key = Told.sentCode(said.text());
    if (key.isEmpty()) {
      return unclear(scene, setting, said);
    }
    var keep = new Effect.KeepProfileKey(setting.person(), key.get());
    return new Move.To(new Saving(scene.request(keep), setting));
  }

  private static Move kept(Scene scene, Saving saving, Answer answer) {
    if (answer instanceof Answer.KeyKept) {
      scene.say("profile.kept");
      return fulfil(scene, saving.setting().person(), saving.setting().wish());
    }
    if (answer instanceof Answer.Refused(String reason) && reason.equals("key-weak")) {
      scene.say("refused.key-weak");
      return new Move.To(saving.setting());
    }
    scene.say(answer instanceof Answer.Refused(String reason) ? "refused." + reason : "given-up");
    Sharing.close(scene);
    return Move.OVER;
  }

  /// What the person came for, now that it is clear who they are.
  private static Move fulfil(Scene scene, String person, String wish) {
    if (wish.isEmpty()) {
      Sharing.close(scene);
      return Move.OVER;
    }
    if (wish.startsWith("privacy.")) {
      return Privacy.read(scene, wish);
    }
    return wish.startsWith("card.")
        ? new Move.To(new Card.Drawing(scene.request(new Effect.DrawCard(person))))
        : new Move.To(new Status.Reading(scene.request(new Effect.ReadStatus(person))));
  }

  private static Move prove(Scene scene) {
    scene.acknowledge("status.why");
    return new Move.To(new Status.Asking("nik", Status.Proof.NONE));
  }

  private static String label(String name) {
    return name.substring(0, Math.min(LABEL, name.length())).strip();
  }
}
