package id.kentongan.dialogs.mind.agent;

import id.kentongan.dialogs.ear.Parsed;
import id.kentongan.dialogs.mind.heard.Told;
import id.kentongan.dialogs.mind.scene.Commands;
import id.kentongan.dialogs.mind.scene.Move;
import id.kentongan.dialogs.mind.scene.Opening;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.roll.PastedRoll;
import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Event.FromPerson;
import id.kentongan.dialogs.talk.State;
import id.kentongan.dialogs.talk.Typed;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How enrolling by a list begins, is taken up again and left; the template and the result.
public final class BatchStart {
  static final String GO_ON = "batch.go-on";
  static final String NEW = "batch.new";
  static final String TEMPLATE = "batch.template";
  static final String RESULT = "batch.result";

  /// The fact that a list was left unfinished in this conversation.
  private static final String LEFT = "batch.left";

  private BatchStart() {}

  /// Whether the words of an idle conversation take up the list that was left, ask for the result
  /// of one, or for the template.
  public static boolean asked(Scene scene, @Nullable State top, String text) {
    if (scene.fact(AgentLogin.AGENT) == null || top != null) {
      return false;
    }
    boolean table = template(scene, text) || result(scene, text);
    return table || (scene.fact(LEFT) != null && Commands.listed(scene, "enroll.go-on", text));
  }

  static Move begin(Scene scene, Opening opening) {
    String text = opening.text();
    if (scene.fact(AgentLogin.AGENT) == null) {
      scene.say("batch.stranger");
      scene.askText(scene.choices("do.enroll.start", "do.agent.login", Commands.MENU), "");
      return Move.OVER;
    }
    if (template(scene, text)) {
      return draw(scene, true);
    }
    if (result(scene, text)) {
      return draw(scene, false);
    }
    if (PastedRoll.looks(text)) {
      return BatchIntake.taking(scene, new Batch.Listing(), new Effect.TakeRows(text));
    }
    return new Move.To(new Batch.Finding(scene.request(new Effect.ReadBatch()), goes(scene, text)));
  }

  private static boolean goes(Scene scene, String text) {
    Set<String> signs = scene.heard("enroll.go-on");
    return Arrays.stream(Typed.plain(text).split("[^\\p{L}]+")).anyMatch(signs::contains);
  }

  private static boolean template(Scene scene, String text) {
    return Commands.listed(scene, "batch.words.template", text);
  }

  private static boolean result(Scene scene, String text) {
    return Commands.listed(scene, "batch.words.result", text);
  }

  private static Move draw(Scene scene, boolean template) {
    Effect.BatchAsk ask = template ? new Effect.DrawTemplate() : new Effect.DrawBatch("");
    return new Move.To(new Batch.Drawing(scene.request(ask), template));
  }

  static Move found(Scene scene, Batch.Finding finding, Answer answer) {
    if (answer instanceof Answer.BatchStands stands) {
      return finding.going()
          ? Batch.next(scene, stands.stand())
          : new Move.To(new Batch.Found(stands.stand()));
    }
    return answer instanceof Answer.NoBatch
        ? new Move.To(new Batch.Listing())
        : lost(scene, answer);
  }

  static void askFound(Scene scene, Batch.Found found) {
    scene.ask(
        scene.choices(GO_ON, NEW, RESULT),
        "batch.ask.found",
        "isi",
        BatchText.parts(scene, found.stand()));
  }

  static Move chosen(Scene scene, Batch.Found found, FromPerson event) {
    String tapped = event instanceof Event.Tapped t ? t.choice() : "";
    String text = event instanceof Event.Said said ? said.text() : "";
    if (tapped.equals(NEW)) {
      if (found.stand().terms() == null) {
        scene.tell(new Effect.DropBatch());
      }
      return new Move.To(new Batch.Listing());
    }
    boolean on =
        tapped.equals(GO_ON)
            || goes(scene, text)
            || (event instanceof Event.Said said
                && Told.yesNo(scene, said.understood())
                    instanceof Parsed.Value<Boolean>(Boolean yes)
                && yes);
    return on ? Batch.next(scene, found.stand()) : Move.PASS;
  }

  static Move drawn(Scene scene, Batch.Drawing drawing, Answer answer) {
    if (answer instanceof Answer.FileMade made) {
      scene.attach(made.file());
      if (drawing.template()) {
        scene.acknowledge("batch.template");
        return new Move.To(new Batch.Listing());
      }
      scene.say("batch.result");
      BatchText.after(scene);
      return Move.OVER;
    }
    if (answer instanceof Answer.NoBatch) {
      scene.say("batch.no-result");
      return new Move.To(new Batch.Listing());
    }
    return lost(scene, answer);
  }

  /// What works in every state: the template, the result of the latest list, stopping.
  static Optional<Move> aside(Scene scene, Batch.Waiting state, FromPerson event) {
    if (event instanceof Event.Tapped tapped && tapped.choice().equals(Commands.CANCEL)) {
      return Optional.of(stop(scene, state));
    }
    boolean busy =
        state instanceof Batch.Running
            || state instanceof Batch.Taking
            || state instanceof Batch.Sending;
    String tapped = event instanceof Event.Tapped t ? t.choice() : "";
    String text = event instanceof Event.Said said ? said.text() : "";
    if (!busy && (tapped.equals(TEMPLATE) || template(scene, text))) {
      return Optional.of(draw(scene, true));
    }
    boolean table = !busy && (tapped.equals(RESULT) || result(scene, text));
    return table ? Optional.of(draw(scene, false)) : Optional.empty();
  }

  /// What was not agreed on is forgotten; what was stays.
  private static Move stop(Scene scene, Batch.Waiting state) {
    return switch (state) {
      case Batch.Running running -> {
        scene.acknowledge("batch.running-on");
        yield new Move.To(running);
      }
      case Batch.Mending mending when mending.stand().terms() != null -> leave(scene, "batch.left");
      case Batch.Found _ -> leave(scene, "batch.left");
      case Batch.Taking _, Batch.Planning _, Batch.Mending _ -> {
        scene.tell(new Effect.DropBatch());
        yield over(scene, "batch.dropped");
      }
      case Batch.Listing _, Batch.Finding _, Batch.Drawing _, Batch.Sending _ ->
          over(scene, "cancel.batch");
    };
  }

  /// Stops for now; the words that take the list up again work from here on.
  static Move leave(Scene scene, String key) {
    scene.remember(LEFT, "y");
    scene.say(key);
    return Move.OVER;
  }

  static Move over(Scene scene, String key) {
    scene.forget(LEFT);
    scene.say(key);
    return Move.OVER;
  }

  static void ended(Scene scene) {
    scene.forget(LEFT);
  }

  /// The records refused or did not answer.
  static Move lost(Scene scene, Answer answer) {
    if (answer instanceof Answer.Refused refused) {
      scene.say("refused." + refused.reason());
      if (refused.reason().equals("not-agent")) {
        scene.forget(AgentLogin.AGENT);
      }
      scene.askText(scene.choices(Commands.HUMAN, Commands.MENU), "");
      return Move.OVER;
    }
    if (answer instanceof Answer.NoBatch) {
      return over(scene, "batch.gone");
    }
    return leave(scene, "batch.given-up");
  }
}
