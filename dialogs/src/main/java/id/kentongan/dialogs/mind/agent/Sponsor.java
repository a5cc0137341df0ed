package id.kentongan.dialogs.mind.agent;

import static id.kentongan.dialogs.mind.heard.Reading.yesNo;

import id.kentongan.dialogs.content.Region;
import id.kentongan.dialogs.ear.parse.Phrases;
import id.kentongan.dialogs.mind.heard.Reading;
import id.kentongan.dialogs.mind.scene.Commands;
import id.kentongan.dialogs.mind.scene.Dialog;
import id.kentongan.dialogs.mind.scene.Move;
import id.kentongan.dialogs.mind.scene.Opening;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.mind.scene.Slot;
import id.kentongan.dialogs.mind.village.BudgetFacts;
import id.kentongan.dialogs.mind.village.VillageBudget;
import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.Awaits;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Event.FromPerson;
import id.kentongan.dialogs.talk.Sponsored;
import id.kentongan.dialogs.talk.State;
import java.util.List;
import java.util.Set;

/// The lists that an agent sent for the village to pay (ADD): how far they are, and going on with
/// their people for more months.
public final class Sponsor implements Dialog<Sponsor.Waiting> {
  public static final String INTENT = "sponsor.list";
  static final String RENEW = "sponsor.renew";

  /// What a question about such lists waits for.
  public sealed interface Waiting extends State {
    @Override
    default String dialog() {
      return "sponsor";
    }
  }

  record Reading(EffectId awaited) implements Waiting, Awaits.One {
    @Override
    public String name() {
      return "reading";
    }
  }

  /// For how many months the village goes on with the people of a list.
  record Months(String number) implements Waiting {
    @Override
    public String name() {
      return "months";
    }
  }

  /// For what that costs.
  record Pricing(EffectId awaited) implements Waiting, Awaits.One {
    @Override
    public String name() {
      return "pricing";
    }
  }

  /// For the records to have sent it.
  record Sending(EffectId awaited) implements Waiting, Awaits.One {
    @Override
    public String name() {
      return "sending";
    }
  }

  /// For a yes to send it to the branch.
  record Confirm(Sponsored offer) implements Waiting {
    @Override
    public String name() {
      return "confirm";
    }
  }

  /// Whether an agent asks for these lists, or anybody for what is left of a village's money.
  public static boolean asked(Scene scene, String text) {
    return rest(scene, text)
        || (scene.fact(AgentLogin.AGENT) != null
            && Commands.listed(scene, "sponsor.words.list", text));
  }

  private static boolean rest(Scene scene, String text) {
    String said = ' ' + String.join(" ", Region.words(text)) + ' ';
    // why: what is left of the sum that was just reckoned with is told by the budget
    boolean reckoned = BudgetFacts.available(scene) != null && !said.contains(" add ");
    return !reckoned
        && Phrases.any(said, scene.heard("sponsor.words.rest"))
        && scene.content().parsers().clearMoney(text).isEmpty();
  }

  @Override
  public Class<Waiting> states() {
    return Waiting.class;
  }

  @Override
  public Set<String> intents() {
    return Set.of(INTENT, RENEW);
  }

  @Override
  public Move start(Scene scene, Opening opening) {
    if (scene.fact(AgentLogin.AGENT) == null && rest(scene, opening.text())) {
      scene.say("sponsor.rest-where");
      scene.askText(
          scene.choices("do." + AgentLogin.INTENT, "do." + VillageBudget.INTENT, Commands.MENU),
          "");
      return Move.OVER;
    }
    if (scene.fact(AgentLogin.AGENT) == null) {
      scene.say("recap.only-agents");
      scene.askText(scene.choices("do." + AgentLogin.INTENT, Commands.MENU), "");
      return Move.OVER;
    }
    return opening.intent().equals(RENEW) && !opening.detail().isEmpty()
        ? new Move.To(new Months(opening.detail()))
        : new Move.To(new Reading(scene.request(new Effect.ReadSponsored())));
  }

  @Override
  public Move on(Scene scene, Waiting state, Event event) {
    return switch (state) {
      case Reading _ -> event instanceof Event.Answered a ? read(scene, a.answer()) : Move.PASS;
      case Pricing _, Sending _ ->
          event instanceof Event.Answered a ? came(scene, state, a.answer()) : Move.PASS;
      case Months months ->
          event instanceof FromPerson said ? told(scene, months, said) : Move.PASS;
      case Confirm confirm ->
          event instanceof FromPerson said ? confirmed(scene, confirm, said) : Move.PASS;
    };
  }

  @Override
  public void ask(Scene scene, Waiting state) {
    switch (state) {
      case Reading _, Pricing _, Sending _ -> scene.ask(List.of(), "wait");
      case Months _ -> scene.ask(BatchTerms.months(scene), "sponsor.ask.months");
      case Confirm(Sponsored offer) -> SponsorText.offer(scene, offer);
    }
  }

  private static Move read(Scene scene, Answer answer) {
    if (answer instanceof Answer.SponsorshipsRead(List<Sponsored> all)) {
      SponsorText.all(scene, all);
      return Move.OVER;
    }
    return lost(scene, answer);
  }

  private static Move told(Scene scene, Months state, FromPerson event) {
    return switch (BatchTerms.chosen(scene, event)) {
      case Slot.Fill.Filled<Integer>(Integer months) ->
          new Move.To(
              new Pricing(scene.request(new Effect.RenewSponsored(state.number(), months, false))));
      case Slot.Fill.Unclear<Integer> _ -> new Move.To(state);
      case Slot.Fill.Other<Integer> _ -> Move.PASS;
    };
  }

  private static Move came(Scene scene, Waiting state, Answer answer) {
    if (!(answer instanceof Answer.SponsorshipRead(Sponsored one))) {
      return lost(scene, answer);
    }
    if (state instanceof Pricing) {
      return new Move.To(new Confirm(one));
    }
    SponsorText.sent(scene, one);
    return Move.OVER;
  }

  private static Move confirmed(Scene scene, Confirm state, FromPerson event) {
    return switch (yesNo(scene, "sponsor", event, yes -> yes)) {
      case Slot.Fill.Filled<Boolean>(Boolean yes) when yes -> {
        var offer = state.offer();
        var ask = new Effect.RenewSponsored(offer.number(), offer.months(), true);
        yield new Move.To(new Sending(scene.request(ask)));
      }
      case Slot.Fill.Filled<Boolean> _ -> {
        scene.say("cancel.sponsor");
        yield Move.OVER;
      }
      case Slot.Fill.Unclear<Boolean> _ -> new Move.To(state);
      case Slot.Fill.Other<Boolean> _ -> Move.PASS;
    };
  }

  private static Move lost(Scene scene, Answer answer) {
    if (answer instanceof Answer.Refused(String reason) && reason.equals("nothing-to-renew")) {
      scene.say("sponsor.nothing");
      scene.askText(scene.choices("do." + INTENT, Commands.MENU), "");
      return Move.OVER;
    }
    return BatchStart.lost(scene, answer);
  }
}
