package id.kentongan.dialogs.mind.member;

import id.kentongan.dialogs.mind.scene.Commands;
import id.kentongan.dialogs.mind.scene.Dialog;
import id.kentongan.dialogs.mind.scene.Move;
import id.kentongan.dialogs.mind.scene.Opening;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.Awaits;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.State;
import java.util.List;
import java.util.Set;

/// The digital card (E5), for a conversation that is bound to its person.
public final class Card implements Dialog<Card.Waiting> {
  /// What is asked of the records; who is not yet known is told how to get a card.
  public static final String INTENT = "card.draw";

  /// For the picture.
  public sealed interface Waiting extends State permits Drawing {
    @Override
    default String dialog() {
      return "card";
    }
  }

  record Drawing(EffectId awaited) implements Waiting, Awaits.One {
    @Override
    public String name() {
      return "drawing";
    }
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
    String person = scene.person();
    if (person == null) {
      scene.say("card.who");
      scene.askText(scene.choices("do.status.membership", Commands.MENU), "");
      return Move.OVER;
    }
    return new Move.To(new Drawing(scene.request(new Effect.DrawCard(person))));
  }

  @Override
  public Move on(Scene scene, Waiting state, Event event) {
    if (!(event instanceof Event.Answered answered)) {
      return Move.PASS;
    }
    Sharing.close(scene);
    switch (answered.answer()) {
      case Answer.FileMade made -> {
        scene.attach(made.file());
        scene.say("card.here");
      }
      case Answer.NoCard _, Answer.NotIdentified _ -> {
        scene.say("card.none");
        scene.askText(scene.choices("do.ask.payment", "do.status.membership"), "");
      }
      default -> scene.say("given-up");
    }
    return Move.OVER;
  }

  @Override
  public void ask(Scene scene, Waiting state) {
    scene.ask(List.of(), "wait");
  }
}
