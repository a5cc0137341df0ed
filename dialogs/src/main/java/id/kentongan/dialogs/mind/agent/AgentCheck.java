package id.kentongan.dialogs.mind.agent;

import id.kentongan.dialogs.mind.heard.Told;
import id.kentongan.dialogs.mind.scene.Commands;
import id.kentongan.dialogs.mind.scene.Dialog;
import id.kentongan.dialogs.mind.scene.Listed;
import id.kentongan.dialogs.mind.scene.Move;
import id.kentongan.dialogs.mind.scene.Opening;
import id.kentongan.dialogs.mind.scene.Prices;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.Awaits;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.State;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// A villager checks the agent at the door by the agent's own code: `cek agen K7M4-92QX`.
public final class AgentCheck implements Dialog<AgentCheck.Waiting> {
  public static final String INTENT = "agent.check";

  /// Answers that speak of checking an agent: a code told next is the agent's.
  private static final Set<String> ABOUT = Set.of("ask.fraud", "ask.agent");

  /// Something like a code: a digit, and no words.
  private static final Pattern PART = Pattern.compile("(?=[^0-9]*[0-9])[a-z0-9-]{1,12}");

  /// What a check waits for.
  public sealed interface Waiting extends State {
    @Override
    default String dialog() {
      return "agent-check";
    }
  }

  record Checking(EffectId awaited) implements Waiting, Awaits.One {
    @Override
    public String name() {
      return "checking";
    }
  }

  /// Whether words bring a code to check, though it be no whole one (`cek agen 1234`).
  public static boolean asked(Scene scene, String text) {
    return AgentLogin.coded(scene, text, "agent.check-signs")
        || partly(scene, text)
        || goesOn(scene, text);
  }

  /// `namanya pak joko, kodenya A2C4-5678`, after an answer that speaks of it.
  private static boolean goesOn(Scene scene, String text) {
    String before = scene.learnt().subject();
    return before != null
        && ABOUT.contains(before)
        && scene.turn().talk().top() == null
        && (Listed.any(scene, "agent.code-words", text) || Told.written(text))
        && AgentLogin.code(scene, text).isPresent();
  }

  private static boolean partly(Scene scene, String text) {
    String bare = text.strip().toLowerCase(Locale.ROOT);
    for (String sign : scene.heard("agent.check-signs")) {
      if (bare.startsWith(sign)
          && bare.startsWith(" ", sign.length())
          && PART.matcher(bare.substring(sign.length()).strip()).matches()) {
        return true;
      }
    }
    return false;
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
    return AgentLogin.code(scene, opening.text())
        .<Move>map(c -> new Move.To(new Checking(scene.request(new Effect.CheckAgent(c)))))
        .orElseGet(
            () -> {
              scene.say("agent.check-how");
              return Move.OVER;
            });
  }

  @Override
  public Move on(Scene scene, Waiting state, Event event) {
    return event instanceof Event.Answered a ? came(scene, a.answer()) : Move.PASS;
  }

  @Override
  public void ask(Scene scene, Waiting state) {
    scene.ask(List.of(), "wait");
  }

  private static Move came(Scene scene, Answer answer) {
    if (answer instanceof Answer.AgentKnown known) {
      scene.say(
          known.sample() ? "agent.known-sample" : "agent.known",
          "nama",
          known.name(),
          "wadah",
          known.organisation(),
          "sejak",
          Prices.day(known.since()));
    } else if (answer instanceof Answer.NotIdentified) {
      scene.say("agent.unknown");
    } else {
      scene.say(answer instanceof Answer.TooManyTries ? "agent.too-many" : "given-up");
    }
    scene.askText(scene.choices("do.ask.fraud", Commands.HUMAN, Commands.MENU), "");
    return Move.OVER;
  }
}
