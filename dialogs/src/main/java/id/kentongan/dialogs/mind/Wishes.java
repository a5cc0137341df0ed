package id.kentongan.dialogs.mind;

import id.kentongan.dialogs.ear.Reviewing;
import id.kentongan.dialogs.ear.Understood;
import id.kentongan.dialogs.talk.Choice;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Event.FromPerson;
import id.kentongan.dialogs.talk.State;
import java.util.ArrayList;
import java.util.List;

/// What people want that no state waits for: a question, another dialog, the menu, a person. After
/// a digression the form asks its question again.
final class Wishes {
  /// Choice ids that begin an intent: `do.enroll.start`.
  static final String DO = Reviewing.WISH;

  /// A message longer than this tells more than one thing.
  private static final int LONG = 700;

  private final Dialogs dialogs;
  private final Listening listening;
  private final Questions questions = new Questions();

  Wishes(Dialogs dialogs, Listening listening) {
    this.dialogs = dialogs;
    this.listening = listening;
  }

  /// Taps that work everywhere; false for those that belong to a state.
  boolean general(Scene scene, Frames frames, Event.Tapped tapped) {
    if (tapped.choice().startsWith(DO)) {
      wish(scene, frames, Opening.tapped(tapped.choice().substring(DO.length())));
      return true;
    }
    switch (tapped.choice()) {
      case Commands.MENU -> Menu.show(scene, frames.top());
      case Commands.HUMAN -> wish(scene, frames, new Opening(Commands.HUMAN, null));
      case Menu.RESUME -> {
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

  void unclaimed(Scene scene, Frames frames, FromPerson event) {
    switch (event) {
      case Event.Said said -> words(scene, frames, said.understood());
      case Event.Edited edited -> words(scene, frames, edited.understood());
      case Event.Tapped tapped -> stale(scene, frames, tapped);
      case Event.SentFile _ -> unasked(scene, frames, "unasked.file");
      case Event.SentLocation _ -> unasked(scene, frames, "unasked.location");
      case Event.SentContact _ -> unasked(scene, frames, "unasked.contact");
      case Event.SentOther other ->
          unasked(scene, frames, "unasked." + StatusText.key(other.kind()));
    }
  }

  /// A message written before the question now open: its wish is heard, but it fills no field.
  void late(Scene scene, Frames frames, FromPerson event) {
    if (event instanceof Event.Said said
        && Doubt.of(said.understood()) instanceof Doubt.Sure(String intent)
        && scene.content().answers().covers(intent)) {
      wish(scene, frames, new Opening(intent, said.understood()));
      return;
    }
    scene.acknowledge("late");
    againOrMenu(scene, frames);
  }

  private void words(Scene scene, Frames frames, Understood words) {
    var meant =
        FollowUps.subject(scene, frames.top(), words)
            .map(intent -> new Opening(intent, words))
            .or(() -> Bereaved.answer(scene, frames.top(), words))
            .or(() -> Questions.apart(scene, words));
    if (meant.isPresent()) {
      wish(scene, frames, meant.get());
      return;
    }
    if (frames.top() == null && Commands.listed(scene, "misheard-signs", words.text())) {
      lost(scene, frames, "misheard");
      return;
    }
    if (frames.top() == null && InContext.willing(scene, words)) {
      subject(scene, frames, new Opening(Enroll.INTENT, null));
      return;
    }
    if (frames.top() == null && twice(scene) && InContext.agrees(scene, words)) {
      scene.ask(scene.turn().talk().memory().choices(), "doubt.which");
      return;
    }
    guessed(scene, frames, words);
  }

  /// By how sure the Ear is.
  private void guessed(Scene scene, Frames frames, Understood words) {
    switch (Doubt.of(words)) {
      // why: digits alone ask nothing, whatever the Ear is reminded of
      case Doubt.Sure _, Doubt.Between _
          when words.text().chars().noneMatch(Character::isLetter)
              && Unasked.told(scene, frames.top(), words) ->
          doubts(scene, 0);
      case Doubt.Sure(String intent)
          when intent.equals(SmallTalk.AFFIRM) && Bereaved.again(scene, frames.top()) ->
          doubts(scene, 0);
      case Doubt.Sure(String intent) -> {
        doubts(scene, 0);
        wish(scene, frames, new Opening(intent, words));
      }
      case Doubt.Between _ when SmallTalk.ALL.contains(words.best().intent()) ->
          wish(scene, frames, new Opening(words.best().intent(), words));
      case Doubt.Between _ when InContext.mourns(scene, words) ->
          wish(scene, frames, new Opening(Claim.INTENT, words));
      case Doubt.Between(List<String> intents) when Status.STANDING.containsAll(intents) ->
          wish(scene, frames, new Opening(intents.getFirst(), words));
      case Doubt.Between _, Doubt.Lost _
          when frames.top() != null && Reading.likely(scene, words).isPresent() ->
          wish(scene, frames, new Opening(words.best().intent(), words));
      case Doubt.Between(List<String> intents)
          when Bereaved.unclear(scene, frames.top(), words, intents) ->
          doubts(scene, 0);
      case Doubt.Lost _ when Bereaved.unclear(scene, frames.top(), words, List.of()) ->
          doubts(scene, 0);
      case Doubt.Between _, Doubt.Lost _ when Bereaved.again(scene, frames.top()) ->
          doubts(scene, 0);
      case Doubt.Between _ when Unasked.told(scene, frames.top(), words) -> doubts(scene, 0);
      case Doubt.Between(List<String> intents) -> between(scene, frames, intents);
      case Doubt.Lost _ when Unasked.told(scene, frames.top(), words) -> doubts(scene, 0);
      case Doubt.Lost _ when words.text().length() > LONG -> unasked(scene, frames, "doubt.long");
      case Doubt.Lost _ when words.text().chars().noneMatch(Character::isLetterOrDigit) ->
          unasked(scene, frames, "unasked.signs");
      case Doubt.Lost _ -> lost(scene, frames, Tongue.notUnderstood(words));
    }
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
      case SmallTalk.GREET -> greet(scene, frames);
      case SmallTalk.HELP -> Menu.show(scene, frames.top());
      case SmallTalk.AFFIRM -> {
        scene.acknowledge(frames.top() == null ? "small.affirm" : "small.go-on");
        listening.askTop(scene, frames);
      }
      case SmallTalk.THANKS, SmallTalk.GOODBYE, SmallTalk.DENY -> {
        scene.acknowledge("small." + intent);
        listening.askTop(scene, frames);
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

  private void subject(Scene scene, Frames frames, Opening heard) {
    String intent = InContext.intent(scene, frames.top(), heard);
    Opening opening =
        Sharing.guards(scene, intent)
            ? new Opening(SharedPhone.INTENT, heard.words(), intent)
            : new Opening(intent, heard.words(), heard.detail());
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

  private void between(Scene scene, Frames frames, List<String> intents) {
    if (twice(scene)) {
      lost(scene, frames, "doubt.lost");
      return;
    }
    doubts(scene, scene.learnt().doubts() + 1);
    var choices = new ArrayList<Choice>();
    intents.forEach(i -> choices.add(scene.choice(DO + i)));
    choices.add(scene.choice(Commands.MENU));
    scene.ask(choices, "doubt.which");
  }

  private void lost(Scene scene, Frames frames, String key) {
    boolean again = twice(scene);
    doubts(scene, scene.learnt().doubts() + 1);
    if (frames.top() != null) {
      scene.acknowledge(again ? "doubt.in-form-twice" : "doubt.in-form");
      listening.askTop(scene, frames);
      if (again) {
        scene.offer(scene.choice(Commands.HUMAN));
      }
    } else if (again) {
      scene.ask(scene.choices(Commands.HUMAN, Commands.MENU), "doubt.twice");
    } else {
      scene.acknowledge(key);
      Menu.show(scene, null);
    }
  }

  private void stale(Scene scene, Frames frames, Event.Tapped tapped) {
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

  private void unasked(Scene scene, Frames frames, String key) {
    scene.acknowledge(key);
    againOrMenu(scene, frames);
  }

  private void againOrMenu(Scene scene, Frames frames) {
    if (frames.top() == null) {
      Menu.show(scene, null);
    } else {
      listening.askTop(scene, frames);
    }
  }

  private static boolean twice(Scene scene) {
    return scene.learnt().doubts() > 0;
  }

  private static void doubts(Scene scene, int count) {
    scene.learn(scene.learnt().doubted(count));
  }
}
