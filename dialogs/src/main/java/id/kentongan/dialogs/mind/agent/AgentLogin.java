package id.kentongan.dialogs.mind.agent;

import id.kentongan.dialogs.ear.Parsed;
import id.kentongan.dialogs.ear.parse.Phrases;
import id.kentongan.dialogs.mind.enroll.EnrollOther;
import id.kentongan.dialogs.mind.heard.Reading;
import id.kentongan.dialogs.mind.heard.Told;
import id.kentongan.dialogs.mind.scene.Commands;
import id.kentongan.dialogs.mind.scene.Dialog;
import id.kentongan.dialogs.mind.scene.Doubt;
import id.kentongan.dialogs.mind.scene.Listed;
import id.kentongan.dialogs.mind.scene.Move;
import id.kentongan.dialogs.mind.scene.Opening;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.Awaits;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.State;
import id.kentongan.dialogs.values.Code;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// An agent logs in (E2): by the code of their invitation, said at once or when asked for.
public final class AgentLogin implements Dialog<AgentLogin.Waiting> {
  public static final String INTENT = "agent.login";

  /// The fact that this conversation is an agent's, with their name. The records know for certain.
  public static final String AGENT = "agent";

  /// The fact that a code did not fit.
  private static final String TRIED = "agent.tried";

  private static final Pattern BARE = Pattern.compile("(?i)[a-z0-9]{4}[ -]?[a-z0-9]{4}");

  /// What logging in waits for.
  public sealed interface Waiting extends State {
    @Override
    default String dialog() {
      return "agent";
    }
  }

  record AskingCode() implements Waiting {
    @Override
    public String name() {
      return "code";
    }
  }

  record LoggingIn(EffectId awaited) implements Waiting, Awaits.One {
    @Override
    public String name() {
      return "logging-in";
    }
  }

  /// Whether words bring a code to log in by: `masuk agen K7M4-92QX`, or after one that did not fit
  /// the code alone. Who was asked for the code tells it there.
  public static boolean asked(Scene scene, @Nullable State top, String text) {
    if (top instanceof AskingCode) {
      return false;
    }
    boolean again =
        scene.fact(TRIED) != null
            && (BARE.matcher(text.strip()).matches()
                || Listed.any(scene, "agent.forgot-words", text));
    return (again || coded(scene, text, "agent.signs")) && !AgentCheck.asked(scene, text);
  }

  static boolean coded(Scene scene, String text, String signs) {
    String bare = text.toLowerCase(Locale.ROOT);
    return Phrases.within(bare, scene.heard(signs)) && code(scene, text).isPresent();
  }

  /// The code without the words that announce it: `agen K7M4` looks like one too.
  static Optional<Code> code(Scene scene, String text) {
    Set<String> announcing = new HashSet<>();
    for (String key : List.of("agent.signs", "agent.check-signs")) {
      scene.heard(key).forEach(sign -> announcing.addAll(List.of(sign.split(" "))));
    }
    return Told.code(
        Arrays.stream(text.split("\\s+"))
            .filter(word -> !announcing.contains(word.toLowerCase(Locale.ROOT)))
            .collect(Collectors.joining(" ")));
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
    var code = code(scene, opening.text());
    if (code.isPresent()) {
      return new Move.To(new LoggingIn(scene.request(new Effect.LogInAgent(code.get()))));
    }
    if (Listed.any(scene, "agent.forgot-words", opening.text())) {
      scene.acknowledge("agent.forgotten");
    }
    String name = scene.fact(AGENT);
    if (name != null) {
      scene.say("agent.already", "nama", name);
      next(scene);
      return Move.OVER;
    }
    return new Move.To(new AskingCode());
  }

  @Override
  public Move on(Scene scene, Waiting state, Event event) {
    return switch (state) {
      case AskingCode asking -> event instanceof Event.Said s ? told(scene, asking, s) : Move.PASS;
      case LoggingIn _ -> event instanceof Event.Answered a ? came(scene, a.answer()) : Move.PASS;
    };
  }

  @Override
  public void ask(Scene scene, Waiting state) {
    switch (state) {
      case AskingCode _ -> scene.ask(scene.choices(Commands.HUMAN), "agent.ask.code");
      case LoggingIn _ -> scene.ask(List.of(), "wait");
    }
  }

  /// What an agent may want next.
  static void next(Scene scene) {
    scene.askText(
        scene.choices(
            "do." + EnrollOther.INTENT,
            "do." + Batch.INTENT,
            "do." + AgentRecap.INTENT,
            Commands.MENU),
        "");
  }

  private static Move told(Scene scene, AskingCode asking, Event.Said said) {
    var told = code(scene, said.text());
    if (told.isPresent()) {
      return new Move.To(new LoggingIn(scene.request(new Effect.LogInAgent(told.get()))));
    }
    if (Listed.any(scene, "agent.forgot-words", said.text())) {
      scene.explain("agent.forgotten");
      return new Move.To(asking);
    }
    boolean same = Doubt.of(said.understood()) instanceof Doubt.Sure(String i) && i.equals(INTENT);
    boolean code = Listed.any(scene, "agent.code-words", said.text());
    if (!same && !code && Reading.wish(said.understood())) {
      return Move.PASS;
    }
    boolean none =
        code
            || (Told.yesNo(scene, said.understood()) instanceof Parsed.Value<Boolean>(Boolean yes)
                && !yes);
    if (none) {
      scene.acknowledge("agent.where-code");
    } else {
      scene.explain("agent.no-code");
    }
    return new Move.To(asking);
  }

  private static Move came(Scene scene, Answer answer) {
    if (answer instanceof Answer.AgentIn in) {
      scene.remember(AGENT, in.name());
      scene.forget(TRIED);
      scene.say(
          "agent.in", "nama", in.name(), "wadah", in.organisation(), "kode", in.check().text());
      next(scene);
      return Move.OVER;
    }
    if (answer instanceof Answer.NotIdentified) {
      scene.remember(TRIED, "y");
      scene.say("agent.not-matched");
      scene.askText(scene.choices(Commands.HUMAN, Commands.MENU), "");
      return Move.OVER;
    }
    scene.say(answer instanceof Answer.TooManyTries ? "agent.too-many" : "given-up");
    scene.askText(scene.choices(Commands.HUMAN, Commands.MENU), "");
    return Move.OVER;
  }
}
