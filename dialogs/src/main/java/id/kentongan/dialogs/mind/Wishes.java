package id.kentongan.dialogs.mind;

import id.kentongan.dialogs.mind.accident.Accident;
import id.kentongan.dialogs.mind.answer.Contribution;
import id.kentongan.dialogs.mind.answer.Questions;
import id.kentongan.dialogs.mind.claim.Bereaved;
import id.kentongan.dialogs.mind.claim.Claim;
import id.kentongan.dialogs.mind.claim.ClaimReturn;
import id.kentongan.dialogs.mind.enroll.Enroll;
import id.kentongan.dialogs.mind.enroll.EnrollReturn;
import id.kentongan.dialogs.mind.enroll.EnrollSummary;
import id.kentongan.dialogs.mind.heard.Ages;
import id.kentongan.dialogs.mind.member.ChangeLanguage;
import id.kentongan.dialogs.mind.member.Privacy;
import id.kentongan.dialogs.mind.member.Remind;
import id.kentongan.dialogs.mind.member.SharedPhone;
import id.kentongan.dialogs.mind.member.Sharing;
import id.kentongan.dialogs.mind.scene.Commands;
import id.kentongan.dialogs.mind.scene.Frames;
import id.kentongan.dialogs.mind.scene.Opening;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.mind.scene.SmallTalk;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.State;

/// What people want that no state waits for: a question, another dialog, the menu, a person. After
/// a digression the form asks its question again. What they want is told by a tap, or heard
/// ([Unclaimed]).
final class Wishes {
  private final Dialogs dialogs;
  private final Listening listening;
  private final Questions questions = new Questions();

  Wishes(Dialogs dialogs, Listening listening) {
    this.dialogs = dialogs;
    this.listening = listening;
  }

  /// Taps that work everywhere; false for those that belong to a state.
  boolean general(Scene scene, Frames frames, Event.Tapped tapped) {
    if (tapped.choice().startsWith(Commands.DO)) {
      wish(scene, frames, Opening.tapped(tapped.choice().substring(Commands.DO.length())));
      return true;
    }
    switch (tapped.choice()) {
      case Commands.MENU -> Menu.show(scene, frames.top());
      case Commands.HUMAN -> wish(scene, frames, new Opening(Commands.HUMAN, null));
      case Commands.RESUME -> {
        if (frames.top() == null) {
          EnrollReturn.aside(scene).ifPresent(frames::push);
        }
        listening.resume(scene, frames);
        if (frames.top() == null) {
          Menu.show(scene, null);
        }
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  /// The person named the language to speak: the form, if there is one, goes on in it.
  void speaks(Scene scene, Frames frames) {
    State choosing = frames.ofFamily(ChangeLanguage.Waiting.class);
    if (choosing != null) {
      frames.remove(choosing);
    }
    againOrMenu(scene, frames);
  }

  void wish(Scene scene, Frames frames, Opening opening) {
    String intent = opening.intent();
    switch (intent) {
      case SmallTalk.GREET -> {
        if (frames.top() == null) {
          Contribution.keep(scene, opening);
        }
        greet(scene, frames);
      }
      case SmallTalk.HELP -> Menu.show(scene, frames.top());
      case SmallTalk.AFFIRM -> {
        scene.acknowledge(frames.top() == null ? "small.affirm" : "small.go-on");
        listening.askTop(scene, frames);
      }
      case SmallTalk.THANKS, SmallTalk.GOODBYE, SmallTalk.DENY -> {
        scene.acknowledge("small." + intent);
        if (InContext.paused(scene)) {
          scene.offer(scene.choice(Commands.RESUME));
        } else {
          listening.askTop(scene, frames);
        }
      }
      case Commands.CANCEL -> {
        if (frames.top() == null && InContext.leaves(scene, opening)) {
          subject(scene, frames, new Opening("ask.job_change", opening.words()));
        } else {
          cancel(scene, frames);
        }
      }
      case Commands.BACK -> stale(scene, frames, new Event.Tapped(Commands.BACK));
      default -> subject(scene, frames, opening);
    }
  }

  void subject(Scene scene, Frames frames, Opening heard) {
    String intent = InContext.intent(scene, frames.top(), heard);
    Opening opening =
        Sharing.guards(scene, intent) || Sharing.kin(scene, intent, heard.text()).isPresent()
            ? new Opening(SharedPhone.INTENT, heard.words(), intent)
            : new Opening(intent, heard.words(), heard.detail());
    if (intent.equals(Remind.NONE)) {
      frames.drop(Remind.Waiting.class::isInstance);
    }
    var dialog = dialogs.beginning(opening.intent());
    if (intent.equals("hesitate") && frames.top() instanceof Accident.Waiting) {
      scene.acknowledge("claim.lost");
      listening.askTop(scene, frames);
    } else if (Ages.tooOld(scene, opening, frames.top())
        || EnrollSummary.underWay(scene, frames.top(), intent)) {
      listening.askTop(scene, frames);
    } else if (Bereaved.asked(scene, frames.top(), opening)) {
      return;
    } else if (dialog.isPresent()) {
      if (Privacy.withdraws(scene, opening)) {
        frames.drop(Enroll.Waiting.class::isInstance);
      }
      listening.begin(scene, frames, dialog.get(), opening);
    } else if (questions.answer(scene, opening)) {
      listening.askTop(scene, frames);
    } else {
      scene.say("not-here");
      if (frames.top() == null) {
        scene.ask(scene.choices(Commands.HUMAN, Commands.MENU), "anything-else");
      }
      listening.askTop(scene, frames);
    }
  }

  void cancel(Scene scene, Frames frames) {
    State top = frames.top();
    if (top == null) {
      scene.acknowledge("cancel.nothing");
      Menu.show(scene, null);
    } else if (!listening.deliver(scene, frames, top, new Event.Tapped(Commands.CANCEL))) {
      frames.pop();
      scene.say("cancel." + top.dialog());
      if (frames.top() == null && top instanceof Enroll.Asking a && a.draft().agent() == null) {
        EnrollReturn.offer(scene);
      }
      listening.after(scene, frames, top);
    }
  }

  private void greet(Scene scene, Frames frames) {
    if (frames.top() != null) {
      scene.acknowledge("greet.back");
      listening.resume(scene, frames);
    } else {
      boolean first = scene.turn().talk().memory().lastAt() == null;
      scene.acknowledge(first ? "greet.first" : "greet.again");
      Menu.show(scene, null);
    }
  }

  void stale(Scene scene, Frames frames, Event.Tapped tapped) {
    State top = frames.top();
    if (tapped.choice().equals(Commands.CANCEL)) {
      cancel(scene, frames);
    } else if (tapped.choice().equals(Commands.BACK)) {
      if (top == null || !listening.deliver(scene, frames, top, tapped)) {
        scene.acknowledge("back.nothing");
        againOrMenu(scene, frames);
      }
    } else if (top == null && tapped.choice().equals(ClaimReturn.ANOTHER)) {
      wish(scene, frames, new Opening(Claim.INTENT, null, ClaimReturn.ANOTHER));
    } else {
      scene.acknowledge("stale");
      againOrMenu(scene, frames);
    }
  }

  void againOrMenu(Scene scene, Frames frames) {
    if (frames.top() == null) {
      Menu.show(scene, null);
    } else {
      listening.askTop(scene, frames);
    }
  }
}
