package id.kentongan.dialogs.mind;

import id.kentongan.dialogs.content.Content;
import id.kentongan.dialogs.mind.agent.SponsorText;
import id.kentongan.dialogs.mind.claim.Absent;
import id.kentongan.dialogs.mind.claim.ClaimReturn;
import id.kentongan.dialogs.mind.claim.Visit;
import id.kentongan.dialogs.mind.heard.Reading;
import id.kentongan.dialogs.mind.member.HandOver;
import id.kentongan.dialogs.mind.member.PhoneConsent;
import id.kentongan.dialogs.mind.member.Privacy;
import id.kentongan.dialogs.mind.member.Tongue;
import id.kentongan.dialogs.mind.scene.Commands;
import id.kentongan.dialogs.mind.scene.Frames;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.stored.TalkJson;
import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Event.FromPerson;
import id.kentongan.dialogs.talk.Memory;
import id.kentongan.dialogs.talk.Notice;
import id.kentongan.dialogs.talk.State;
import id.kentongan.dialogs.talk.Step;
import id.kentongan.dialogs.talk.Talk;
import id.kentongan.dialogs.talk.Timer;
import id.kentongan.dialogs.talk.TimerName;
import id.kentongan.dialogs.talk.Turn;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The Mind over the registry of dialogs: events go to the state that waits for them, what no state
/// waits for is understood as a wish of its own.
public final class DialogMind implements Mind {
  private final Content content;
  private final Dialogs dialogs;
  private final Listening listening;

  public DialogMind(Content content) {
    this.content = content;
    this.dialogs = Dialogs.standard();
    this.listening = new Listening(dialogs);
  }

  /// The stored form of conversations with every dialog's states.
  public static TalkJson stored() {
    return Dialogs.json();
  }

  @Override
  public Step step(Turn turn, Event event) {
    if (event instanceof Event.Noticed(Notice.Forgotten who)
        && !Forgetting.holds(turn.talk(), who)) {
      return new Step(turn.talk(), List.of(), List.of());
    }
    var scene = new Scene(turn, content, Dialogs.json());
    var frames = new Frames(turn.talk().stack());
    switch (event) {
      case FromPerson told -> {
        FromPerson said = Absent.heard(scene, told);
        Tongue.hear(scene, said);
        if (PhoneConsent.over(scene, frames) && !asks(said)) {
          listening.askTop(scene, frames);
        } else {
          listening.hear(scene, frames, said);
        }
        Tongue.mention(scene, frames.top());
      }
      case Event.Left _ -> scene.timers().addAll(cancelAll(turn.talk().timers()));
      case Event.Due due -> due(scene, frames, due);
      case Event.Answered answered -> answered(scene, frames, answered);
      case Event.Noticed noticed -> noticed(scene, frames, noticed.notice());
    }
    return new Step(next(scene, frames, event), scene.effects(), scene.timers());
  }

  private static boolean asks(FromPerson event) {
    return event instanceof Event.Said said && Reading.wish(said.understood());
  }

  private void due(Scene scene, Frames frames, Event.Due due) {
    // why: a timer that was moved or cancelled after it came due is of another state
    Instant set = scene.turn().talk().timers().get(due.timer());
    State top = frames.top();
    if (set == null || top == null || HandOver.silent(top)) {
      return;
    }
    // why whole milliseconds: the store's clock, by which timers come due, counts no less
    if (set.truncatedTo(ChronoUnit.MILLIS).isAfter(scene.turn().now())) {
      return;
    }
    if (!listening.deliver(scene, frames, top, due) && due.timer() == TimerName.STILL_WAITING) {
      listening.askAgain(scene, top);
    }
  }

  private void answered(Scene scene, Frames frames, Event.Answered answered) {
    if (answered.answer() instanceof Answer.Erased erased) {
      Privacy.erased(scene, frames, erased);
      return;
    }
    State waiting = frames.awaiting(answered.effect());
    if (waiting == null) {
      ClaimReturn.arrived(scene, answered);
      news(scene, answered.answer());
      return;
    }
    if (scene.turn().talk().timers().containsKey(TimerName.STILL_WAITING)) {
      scene.cancel(TimerName.STILL_WAITING);
    }
    boolean onTop = waiting.equals(frames.top());
    listening.deliver(scene, frames, waiting, answered);
    State top = frames.top();
    if (!onTop && top != null && !scene.silent()) {
      if (Listening.tooSoon(waiting, top)) {
        scene.offer(scene.choice(Commands.RESUME));
      } else {
        listening.askAgain(scene, top);
      }
    }
  }

  /// An answer that nobody waits for any more is told as news, never as the answer to something
  /// else.
  private static void news(Scene scene, Answer answer) {
    switch (answer) {
      case Answer.Enrolled e ->
          scene.say("news.enrolled", "nomor", e.number(), "kode", e.receipt().text());
      case Answer.ClaimOpened c ->
          scene.say("news.claim", "nomor", c.number(), "kode", c.receipt().text());
      case Answer.AccidentReported a -> scene.say("news.accident", "nomor", a.number());
      case Answer.TicketOpened t -> scene.say("news.ticket", "nomor", t.number());
      case Answer.SlotBooked booked -> Visit.booked(scene, booked);
      case Answer.SlotGone _ -> scene.say("visit.gone");
      case Answer.DraftKept d -> scene.say("news.draft", "kode", d.code().text());
      case Answer.FileMade made -> {
        scene.say("village.drawn");
        scene.attach(made.file());
      }
      case Answer.SponsorshipRead(var sponsored) -> SponsorText.sent(scene, sponsored);
      case Answer.ConsentGiven given -> PhoneConsent.given(scene, given);
      case Answer.ConsentAsked _,
          Answer.FileKept _,
          Answer.FileRefused _,
          Answer.Refused _,
          Answer.GivenUp _,
          Answer.Identified _,
          Answer.AgentIn _,
          Answer.AgentKnown _,
          Answer.RecapRead _,
          Answer.ProfilesRead _,
          Answer.KeyKept _,
          Answer.ClientsRead _,
          Answer.ClientReminded _,
          Answer.NotIdentified _,
          Answer.TooManyTries _,
          Answer.CodeSent _,
          Answer.StatusRead _,
          Answer.CoverageRead _,
          Answer.AreaUnclear _,
          Answer.AreaUnknown _,
          Answer.NoCertificate _,
          Answer.MemberFound _,
          Answer.MemberNotFound _,
          Answer.CardRead _,
          Answer.NoCard _,
          Answer.MyDataRead _,
          Answer.Erased _,
          Answer.BatchStands _,
          Answer.BatchAgain _,
          Answer.BatchRefused _,
          Answer.NoBatch _,
          Answer.SponsorshipsRead _,
          Answer.SlotsOffered _,
          Answer.NoClaim _,
          Answer.ClaimRead _,
          Answer.DraftFound _ -> {}
    }
  }

  private void noticed(Scene scene, Frames frames, Notice notice) {
    Notices.tell(scene, frames, notice);
    if (!(notice instanceof Notice.Announcement)) {
      listening.askTop(scene, frames);
    }
  }

  private Talk next(Scene scene, Frames frames, Event event) {
    Talk before = scene.turn().talk();
    Memory memory = before.memory();
    Instant last = memory.lastAt();
    Instant at = scene.turn().at();
    if (event instanceof FromPerson && (last == null || at.isAfter(last))) {
      last = at;
    }
    var choices = scene.silent() && scene.shown().isEmpty() ? memory.choices() : scene.shown();
    if (scene.language() != before.language()) {
      scene.tell(new Effect.Speaks(scene.language()));
    }
    var learnt = scene.learnt();
    var remembered = new Memory(learnt.doubts(), last, choices, learnt.subject(), learnt.facts());
    return new Talk(
        scene.language(),
        frames.all(),
        scene.person(),
        remembered,
        timers(before.timers(), scene, event));
  }

  private static Map<TimerName, Instant> timers(
      Map<TimerName, Instant> before, Scene scene, Event event) {
    var timers = new EnumMap<TimerName, Instant>(TimerName.class);
    timers.putAll(before);
    if (event instanceof Event.Due due) {
      timers.remove(due.timer());
    }
    for (Timer timer : scene.timers()) {
      switch (timer) {
        case Timer.Set set -> timers.put(set.name(), set.at());
        case Timer.Cancel cancel -> timers.remove(cancel.name());
      }
    }
    return timers;
  }

  private static List<Timer> cancelAll(Map<TimerName, Instant> timers) {
    return timers.keySet().stream().<Timer>map(Timer.Cancel::new).toList();
  }
}
