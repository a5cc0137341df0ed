package id.kentongan.bench;

import id.kentongan.bot.bench.Script;
import id.kentongan.bot.bench.Script.Act;
import id.kentongan.dialogs.ear.Ear;
import id.kentongan.dialogs.mind.DialogMind;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Step;
import id.kentongan.dialogs.talk.Talk;
import id.kentongan.dialogs.talk.Turn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A whole enrolment, message by message, with what was heard in each.
final class Enrolment {
  static final ConversationId WHO = new ConversationId("telegram", "5000000001");
  private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");

  private final DialogMind mind = new DialogMind(House.content());
  private final List<Event> events = new ArrayList<>();

  Enrolment() {
    Ear ear = House.ear();
    for (Script.Line line : House.enrolment()) {
      events.add(
          line.act() == Act.TAP
              ? new Event.Tapped(line.text())
              : new Event.Said(ear.hear(line.text())));
    }
  }

  int length() {
    return events.size();
  }

  /// The turn of a message by its place.
  Step step(Talk before, int place) {
    return mind.step(turn(before, place), events.get(place));
  }

  /// The conversation after so many messages.
  Talk after(int messages) {
    Talk talk = Talk.fresh();
    for (int i = 0; i < messages; i++) {
      talk = step(talk, i).next();
    }
    return talk;
  }

  Turn turn(Talk before, int place) {
    return new Turn(WHO, place + 1L, before, NOW, NOW, "Slamet Riyadi", null);
  }
}
