package id.kentongan.bot.postman;

import id.kentongan.dialogs.mind.Mind;
import id.kentongan.dialogs.talk.Bubble;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.FileRef;
import id.kentongan.dialogs.talk.Step;
import id.kentongan.dialogs.talk.Timer;
import id.kentongan.dialogs.talk.TimerName;
import id.kentongan.dialogs.talk.Turn;
import id.kentongan.integrations.TestTalks;
import java.util.List;

/// Remembers everything it hears and does what the words tell it: `ask ...` asks a question that
/// may be withdrawn, `look` asks the records, `fetch` a file, `timer` sets one, `cancel` takes it
/// away, `bug` throws; anything else is said back.
public final class EchoMind implements Mind {
  @Override
  public Step step(Turn turn, Event event) {
    String heard = heard(event);
    var next = TestTalks.hearing(turn.talk(), heard);
    return new Step(next, effects(heard), timers(turn, heard));
  }

  private static String heard(Event event) {
    return switch (event) {
      case Event.Said(var understood) -> understood.text();
      case Event.Answered(var id, var answer) -> "answer " + answer.getClass().getSimpleName();
      case Event.Due(var timer) -> "due " + timer;
      case Event.Left() -> "left";
      case Event.Noticed(var notice) -> "notice";
      default -> "other";
    };
  }

  private static List<Effect> effects(String heard) {
    String word = heard.split(" ")[0];
    return switch (word) {
      case "ask" -> List.of(TestTalks.ask(heard));
      case "look" -> List.of(TestTalks.say("sebentar"), new Effect.ReadStatus("p1"));
      case "fetch" -> List.of(new Effect.Fetch(new FileRef(heard.substring(6), "", 1)));
      case "announce" -> List.of(new Effect.Announce(7, Bubble.of(heard)));
      case "consent" -> List.of(new Effect.RecordConsent("enroll", "1"));
      case "left", "timer", "cancel", "quiet" -> List.of();
      case "bug" -> throw new IllegalStateException("as asked");
      default -> List.of(TestTalks.say(heard));
    };
  }

  private static List<Timer> timers(Turn turn, String heard) {
    return switch (heard.split(" ")[0]) {
      case "timer" ->
          List.of(
              new Timer.Set(
                  TimerName.FILES_QUIET,
                  turn.now().plusMillis(Long.parseLong(heard.substring(6)))));
      case "cancel" -> List.of(new Timer.Cancel(TimerName.FILES_QUIET));
      default -> List.of();
    };
  }
}
