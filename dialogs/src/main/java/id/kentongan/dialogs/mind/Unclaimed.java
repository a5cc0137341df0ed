package id.kentongan.dialogs.mind;

import id.kentongan.dialogs.ear.Understood;
import id.kentongan.dialogs.mind.accident.Accident;
import id.kentongan.dialogs.mind.answer.Benefits;
import id.kentongan.dialogs.mind.claim.Bereaved;
import id.kentongan.dialogs.mind.claim.Claim;
import id.kentongan.dialogs.mind.enroll.Enroll;
import id.kentongan.dialogs.mind.heard.Reading;
import id.kentongan.dialogs.mind.member.HandOver;
import id.kentongan.dialogs.mind.member.Status;
import id.kentongan.dialogs.mind.member.StatusText;
import id.kentongan.dialogs.mind.member.Tongue;
import id.kentongan.dialogs.mind.scene.Commands;
import id.kentongan.dialogs.mind.scene.Doubt;
import id.kentongan.dialogs.mind.scene.Frames;
import id.kentongan.dialogs.mind.scene.Opening;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.mind.scene.SmallTalk;
import id.kentongan.dialogs.talk.Choice;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Event.FromPerson;
import java.util.ArrayList;
import java.util.List;

/// What a person says or sends that no state takes: the wish in it, by how sure the Ear is and what
/// was said before; otherwise that it was not understood, or not asked for.
final class Unclaimed {
  /// A message longer than this tells more than one thing.
  private static final int LONG = 700;

  private final Wishes wishes;
  private final Listening listening;

  Unclaimed(Wishes wishes, Listening listening) {
    this.wishes = wishes;
    this.listening = listening;
  }

  void hear(Scene scene, Frames frames, FromPerson event) {
    switch (event) {
      case Event.Said said -> words(scene, frames, said.understood());
      case Event.Edited edited -> words(scene, frames, edited.understood());
      case Event.Tapped tapped -> wishes.stale(scene, frames, tapped);
      case Event.SentFile sent when HandOver.waited(scene) -> {
        HandOver.keep(scene, sent);
        unasked(scene, frames, "unasked.file-for-officer");
      }
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
      wishes.wish(scene, frames, new Opening(intent, said.understood()));
      return;
    }
    scene.acknowledge("late");
    wishes.againOrMenu(scene, frames);
  }

  private void words(Scene scene, Frames frames, Understood words) {
    var meant = InContext.meant(scene, frames.top(), words);
    if (meant.isPresent()) {
      wishes.wish(scene, frames, meant.get());
      return;
    }
    if (frames.top() == null && Commands.listed(scene, "misheard-signs", words.text())) {
      lost(scene, frames, "misheard");
      return;
    }
    if (frames.top() == null && InContext.willing(scene, words)) {
      wishes.subject(scene, frames, new Opening(Enroll.INTENT, null));
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
      case Doubt.Between _, Doubt.Lost _ when Greeted.byName(scene, frames.top(), words) ->
          doubts(scene, 0);
      // why: digits alone ask nothing, whatever the Ear is reminded of
      case Doubt.Sure _, Doubt.Between _
          when Unasked.onlyNumber(scene, words) && Unasked.told(scene, frames.top(), words) ->
          doubts(scene, 0);
      case Doubt.Sure(String intent)
          when intent.equals(SmallTalk.AFFIRM) && Bereaved.again(scene, frames.top()) ->
          doubts(scene, 0);
      case Doubt.Sure(String intent) -> {
        doubts(scene, 0);
        wishes.wish(scene, frames, new Opening(intent, words));
      }
      case Doubt.Between _ when SmallTalk.ALL.contains(words.best().intent()) ->
          wishes.wish(scene, frames, new Opening(words.best().intent(), words));
      case Doubt.Between _ when InContext.mourns(scene, words) ->
          wishes.wish(scene, frames, new Opening(Claim.INTENT, words));
      case Doubt.Between(List<String> intents) when InContext.hurt(scene, words, intents) ->
          wishes.wish(scene, frames, new Opening(Accident.INTENT, words));
      case Doubt.Between(List<String> intents) when Status.STANDING.containsAll(intents) ->
          wishes.wish(scene, frames, new Opening(intents.getFirst(), words));
      case Doubt.Between(List<String> intents)
          when InContext.goesOn(scene, words, intents).isPresent() ->
          wishes.wish(
              scene,
              frames,
              new Opening(InContext.goesOn(scene, words, intents).orElseThrow(), words));
      case Doubt.Between(List<String> intents) when HandOver.awaited(scene, intents) ->
          wishes.wish(scene, frames, new Opening(intents.getFirst(), words));
      // why: who was asked already which was meant is answered what is likely
      case Doubt.Between _, Doubt.Lost _
          when (frames.top() != null || twice(scene)) && Reading.likely(scene, words).isPresent() ->
          wishes.wish(scene, frames, new Opening(words.best().intent(), words));
      // why: `mau daftar sekalian tanya berapa` is answered; its answer offers to enrol
      case Doubt.Between(List<String> intents)
          when frames.top() == null && InContext.joiningAsks(scene, words, intents).isPresent() ->
          wishes.wish(
              scene,
              frames,
              new Opening(InContext.joiningAsks(scene, words, intents).orElseThrow(), words));
      case Doubt.Between(List<String> intents)
          when Bereaved.unclear(scene, frames.top(), words, intents) ->
          doubts(scene, 0);
      case Doubt.Lost _ when Bereaved.unclear(scene, frames.top(), words, List.of()) ->
          doubts(scene, 0);
      case Doubt.Between _, Doubt.Lost _ when Bereaved.again(scene, frames.top()) ->
          doubts(scene, 0);
      case Doubt.Between _, Doubt.Lost _ when Unasked.pupils(scene, frames.top(), words) -> {
        doubts(scene, 0);
        wishes.wish(scene, frames, new Opening(Benefits.SCHOOL, words));
      }
      case Doubt.Between _ when Unasked.told(scene, frames.top(), words) -> doubts(scene, 0);
      case Doubt.Between(List<String> intents) -> between(scene, frames, intents);
      case Doubt.Lost _ when Unasked.told(scene, frames.top(), words) -> doubts(scene, 0);
      case Doubt.Lost _ when words.text().length() > LONG -> unasked(scene, frames, "doubt.long");
      case Doubt.Lost _ when words.text().chars().noneMatch(Character::isLetterOrDigit) ->
          unasked(scene, frames, "unasked.signs");
      case Doubt.Lost _ -> lost(scene, frames, Tongue.notUnderstood(words));
    }
  }

  private void between(Scene scene, Frames frames, List<String> intents) {
    if (twice(scene)) {
      lost(scene, frames, "doubt.lost");
      return;
    }
    doubts(scene, scene.learnt().doubts() + 1);
    var choices = new ArrayList<Choice>();
    intents.forEach(i -> choices.add(scene.choice(Commands.DO + i)));
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

  private void unasked(Scene scene, Frames frames, String key) {
    scene.acknowledge(key);
    wishes.againOrMenu(scene, frames);
  }

  private static boolean twice(Scene scene) {
    return scene.learnt().doubts() > 0;
  }

  private static void doubts(Scene scene, int count) {
    scene.learn(scene.learnt().doubted(count));
  }
}
