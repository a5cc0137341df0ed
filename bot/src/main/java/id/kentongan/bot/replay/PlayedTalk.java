package id.kentongan.bot.replay;

import id.kentongan.dialogs.ear.Ear;
import id.kentongan.dialogs.mind.Mind;
import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.Bubble;
import id.kentongan.dialogs.talk.Choice;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.FileRef;
import id.kentongan.dialogs.talk.State;
import id.kentongan.dialogs.talk.Step;
import id.kentongan.dialogs.talk.Talk;
import id.kentongan.dialogs.talk.TimerName;
import id.kentongan.dialogs.talk.Turn;
import id.kentongan.dialogs.values.Code;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A conversation that is only played: what the records would answer is always the same, and
/// nothing leaves.
final class PlayedTalk {
  private static final ConversationId WHO = new ConversationId("replay", "1");
  private static final Code CODE = new Code("0000-0000");
  private static final int MOST_EVENTS = 40;

  private final Mind mind;
  private final Ear ear;
  private Talk talk = Talk.fresh();
  private long version;

  PlayedTalk(Mind mind, Ear ear) {
    this.mind = mind;
    this.ear = ear;
  }

  /// Where the conversation stands, `enroll.nik`; empty when nothing is waited for.
  String state() {
    State top = talk.top();
    return top == null ? "" : top.dialog() + '.' + top.name();
  }

  /// What is replied to words as the journal has them; timers that came due before go off first.
  String reply(String said, Instant at) {
    var shown = new ArrayList<String>();
    for (int i = 0; i < MOST_EVENTS; i++) {
      Optional<TimerName> due = due(at);
      if (due.isEmpty()) {
        break;
      }
      play(new Event.Due(due.get()), at, shown);
    }
    play(event(said), at, shown);
    return String.join("\n\n", shown);
  }

  private Optional<TimerName> due(Instant at) {
    return talk.timers().entrySet().stream()
        .filter(timer -> !timer.getValue().isAfter(at))
        .min(Comparator.comparing(Map.Entry::getValue))
        .map(Map.Entry::getKey);
  }

  private void play(Event first, Instant at, List<String> shown) {
    Deque<Event> events = new ArrayDeque<>(List.of(first));
    for (int i = 0; i < MOST_EVENTS && !events.isEmpty(); i++) {
      version++;
      var turn = new Turn(WHO, version, talk, at, at, null, null);
      Step step = mind.step(turn, events.removeFirst());
      talk = step.next();
      for (int n = 0; n < step.effects().size(); n++) {
        Effect effect = step.effects().get(n);
        if (effect instanceof Effect.Send(var bubble, var withdrawable)) {
          shown.add(shown(bubble));
        } else if (effect instanceof Effect.Ask ask) {
          EffectId id = turn.effect(n);
          events.add(new Event.Answered(id, answer(ask, at)));
        }
      }
    }
  }

  private static String shown(Bubble bubble) {
    String choices =
        bubble.choices().stream().map(Choice::label).collect(Collectors.joining("] ["));
    return choices.isEmpty() ? bubble.text() : bubble.text() + "\n[" + choices + ']';
  }

  private Event event(String said) {
    if (said.matches("(?s)\\[[^\\[\\]]+\\]")) {
      return new Event.Tapped(said.substring(1, said.length() - 1));
    }
    if (said.matches("(?s)\\((image|application)/.*")) {
      int end = said.indexOf(')');
      String caption = end < 0 ? "" : said.substring(end + 1).strip();
      return new Event.SentFile(new FileRef("replay", "image/jpeg", 1), caption, null);
    }
    return switch (said) {
      case "(SentLocation)" -> new Event.SentLocation(-8.5, 114.3);
      case "(SentOther)" -> new Event.SentOther(Event.SentOther.Kind.UNKNOWN);
      default -> new Event.Said(ear.hear(said));
    };
  }

  /// The same for every content, so that only what is said differs.
  private static Answer answer(Effect.Ask ask, Instant at) {
    return switch (ask) {
      case Effect.Fetch _ -> new Answer.FileKept("replay", "image/jpeg", 1, Set.of());
      case Effect.SubmitEnrollment _ -> new Answer.Enrolled("DFT-0000-000000", CODE, "0");
      case Effect.OpenTicket _ -> new Answer.TicketOpened("TKT-0000-000000", at);
      case Effect.OpenClaim _ -> new Answer.ClaimOpened("JKM-0000-000000", CODE, "");
      case Effect.ReportAccident _ -> new Answer.AccidentReported("JKK-0000-000000", CODE, at);
      case Effect.KeepDraft _ -> new Answer.DraftKept(CODE);
      case Effect.LookUpDeceased _ -> new Answer.MemberNotFound();
      case Effect.Identify _ -> new Answer.NotIdentified();
      case Effect.FindDraft _ -> new Answer.NotIdentified();
      default -> new Answer.GivenUp("replay");
    };
  }
}
