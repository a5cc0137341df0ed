package id.kentongan.dialogs.mind.agent;

import id.kentongan.dialogs.mind.enroll.Enroll;
import id.kentongan.dialogs.mind.member.HandOver;
import id.kentongan.dialogs.mind.scene.Move;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.roll.PastedRoll;
import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.BatchStand;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Event.FromPerson;
import id.kentongan.dialogs.talk.State;
import id.kentongan.dialogs.talk.TimerName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Takes the messages and files of a list as they come, and says what was read once all are.
public final class BatchIntake {
  private static final Duration LONG = Duration.ofSeconds(3);

  /// A NIK with a digit or two too few; a number of months has fewer.
  private static final int NUMBER = 14;

  private BatchIntake() {}

  /// Whether an event is a list that nobody asked for: by anybody who is in no dialog, by an agent
  /// in the middle of enrolling one person too.
  public static boolean unasked(Scene scene, @Nullable State top, FromPerson event) {
    boolean agent = scene.fact(AgentLogin.AGENT) != null;
    boolean enrolling = agent && top instanceof Enroll.Asking;
    boolean other = top instanceof Enroll.Asking asking && asking.draft().agent() != null;
    return switch (event) {
      case Event.Said said -> (top == null || enrolling) && PastedRoll.looks(said.text());
      case Event.SentFile _ -> agent && (top == null || other);
      case Event.Tapped _,
          Event.SentLocation _,
          Event.SentContact _,
          Event.SentOther _,
          Event.Edited _ ->
          false;
    };
  }

  /// A list sent in any state of the dialog; nothing for other events.
  static Optional<Move> sent(Scene scene, Batch.Waiting state, FromPerson event) {
    if (event instanceof Event.SentFile sent) {
      if (sent.file().type().startsWith("image/")) {
        scene.say("batch.refused.picture", "di", "");
        if (state instanceof Batch.Listing) {
          scene.askText(scene.choices(BatchStart.TEMPLATE), "");
        }
        return Optional.of(new Move.To(state));
      }
      return Optional.of(taking(scene, state, new Effect.TakeTable(sent.file())));
    }
    if (event instanceof Event.Said said && rows(state, said.text())) {
      return Optional.of(taking(scene, state, new Effect.TakeRows(said.text())));
    }
    return Optional.empty();
  }

  /// Where a list is waited for one row is enough; where a row is mended it is the answer.
  private static boolean rows(Batch.Waiting state, String text) {
    return switch (state) {
      case Batch.Planning _ -> PastedRoll.holdsOne(text) && !number(text);
      case Batch.Listing _, Batch.Taking _, Batch.Finding _, Batch.Drawing _ ->
          PastedRoll.holdsOne(text);
      case Batch.Found _, Batch.Mending _, Batch.Running _, Batch.Sending _ ->
          PastedRoll.looks(text);
    };
  }

  /// A number tells of nobody when it stands alone.
  static boolean number(String text) {
    return text.length() >= NUMBER && text.chars().noneMatch(Character::isLetter);
  }

  static Move taking(Scene scene, Batch.Waiting state, Effect.BatchAsk take) {
    if (state instanceof Batch.Running || state instanceof Batch.Sending) {
      scene.acknowledge("batch.busy");
      return new Move.To(state);
    }
    var awaited = new ArrayList<EffectId>();
    if (state instanceof Batch.Taking before) {
      awaited.addAll(before.awaited());
    }
    awaited.add(scene.request(take));
    scene.timer(TimerName.STILL_WAITING, LONG);
    scene.hush();
    return new Move.To(new Batch.Taking(List.copyOf(awaited), stand(state)));
  }

  /// What was not agreed on yet is added to.
  private static @Nullable BatchStand stand(Batch.Waiting state) {
    return switch (state) {
      case Batch.Taking taking -> taking.stand();
      case Batch.Planning planning -> planning.stand();
      case Batch.Mending mending -> mending.stand();
      case Batch.Found found -> found.stand();
      case Batch.Running running -> running.stand();
      case Batch.Sending sending -> sending.stand();
      case Batch.Listing _, Batch.Finding _, Batch.Drawing _ -> null;
    };
  }

  static Move read(Scene scene, Batch.Taking taking, Event.Answered answered) {
    Answer answer = answered.answer();
    BatchStand stand = taking.stand();
    boolean news = false;
    switch (answer) {
      case Answer.BatchStands stands -> {
        stand = stands.stand();
        news = true;
        BatchText.known(scene, stands.known());
      }
      case Answer.BatchAgain again -> {
        stand = again.stand();
        scene.say("batch.again", "hari", HandOver.until(again.before(), scene.zone()));
      }
      case Answer.BatchRefused refused ->
          scene.say("batch.refused." + refused.why(), "di", refused.where());
      default -> {
        return BatchStart.lost(scene, answer);
      }
    }
    var left = taking.awaited().stream().filter(id -> !id.equals(answered.effect())).toList();
    if (!left.isEmpty()) {
      scene.hush();
      return new Move.To(new Batch.Taking(left, stand));
    }
    if (stand == null) {
      scene.askText(scene.choices(BatchStart.TEMPLATE), "");
      return new Move.To(new Batch.Listing());
    }
    if (news) {
      scene.say(
          "batch.read",
          "n",
          BatchText.number(stand.counts().all()),
          "isi",
          BatchText.parts(scene, stand));
    }
    return Batch.next(scene, stand);
  }
}
