package id.kentongan.dialogs.mind.agent;

import id.kentongan.dialogs.content.Tariffs.Granted;
import id.kentongan.dialogs.content.Tariffs.Price;
import id.kentongan.dialogs.mind.heard.Reading;
import id.kentongan.dialogs.mind.scene.Commands;
import id.kentongan.dialogs.mind.scene.Move;
import id.kentongan.dialogs.mind.scene.Prices;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.mind.scene.Slot.Fill;
import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.BatchStand;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Event.FromPerson;
import id.kentongan.dialogs.values.Payer;

/// A list that the village is to pay for from its budget (ADD): what that costs, and sending it to
/// the branch, where two officers approve it before anybody is enrolled.
final class BatchSponsor {
  /// The slot of the list's plan.
  static final String SLOT = "sponsor";

  static final String VILLAGE = "batch.village";
  private static final String OWN = "batch.own";
  private static final String MEND = "sponsor.mend";

  private BatchSponsor() {}

  /// Whether the village is named as who pays.
  static boolean meant(Scene scene, FromPerson event) {
    return switch (event) {
      case Event.Tapped tapped -> tapped.choice().equals(VILLAGE);
      case Event.Said said -> Commands.listed(scene, "sponsor.words.pays", said.text());
      case Event.SentFile _,
          Event.SentLocation _,
          Event.SentContact _,
          Event.SentOther _,
          Event.Edited _ ->
          false;
    };
  }

  static void ask(Scene scene, Batch.Planning plan) {
    BatchStand stand = plan.stand();
    var tariffs = scene.content().tariffs();
    Price price =
        BatchText.price(
            tariffs.reckoned(Payer.VILLAGE),
            scene.month(),
            stand,
            plan.programmes(),
            plan.months());
    boolean faulty = stand.next() != null;
    boolean doubt = tariffs.granted(Payer.VILLAGE) == Granted.UNKNOWN;
    scene.ask(
        scene.choices(faulty ? MEND : "sponsor.yes", faulty ? "sponsor.yes" : OWN, "sponsor.no"),
        faulty ? "sponsor.ask.list-without" : "sponsor.ask.list",
        "n",
        BatchText.number(stand.counts().ready()),
        "salah",
        BatchText.number(stand.counts().faulty()),
        "program",
        Prices.programmes(scene, plan.programmes()),
        "rincian",
        Prices.lines(scene, price) + BatchText.assumed(scene, stand),
        "total",
        price.total() + (doubt ? "\n" + scene.words("sponsor.doubt") : ""),
        "pengendali",
        scene.content().rules().consent().controller());
  }

  static Move told(Scene scene, Batch.Planning plan, FromPerson event) {
    if (event instanceof Event.Tapped tapped
        && (tapped.choice().equals(OWN) || tapped.choice().equals(Commands.BACK))) {
      return new Move.To(BatchTerms.at(BatchTerms.CONFIRM, plan, plan.programmes(), plan.months()));
    }
    if (plan.stand().next() != null && mends(scene, event)) {
      return new Move.To(new Batch.Mending(plan.stand(), plan));
    }
    return switch (Reading.yesNo(scene, "sponsor", event, yes -> yes)) {
      case Fill.Filled<Boolean>(Boolean yes) when yes -> {
        var sent = scene.request(new Effect.SponsorBatch(BatchTerms.agreed(scene, plan)));
        yield new Move.To(new Batch.Sending(sent, plan.stand()));
      }
      case Fill.Filled<Boolean> _ -> BatchStart.leave(scene, "batch.not-agreed");
      case Fill.Unclear<Boolean> _ -> new Move.To(plan);
      case Fill.Other<Boolean> _ -> Move.PASS;
    };
  }

  private static boolean mends(Scene scene, FromPerson event) {
    return event instanceof Event.Tapped tapped
        ? tapped.choice().equals(MEND)
        : event instanceof Event.Said said
            && Commands.listed(scene, "sponsor.words.mend", said.text());
  }

  /// After a row was mended or left out: the next one, or what the whole list costs now.
  static Move mended(Scene scene, BatchStand now, Batch.Planning then) {
    return now.counts().ready() == 0 && now.next() == null
        ? BatchRun.finished(scene, now)
        : new Move.To(now.next() == null ? as(now, then) : new Batch.Mending(now, then));
  }

  /// What was planned, for the list as it is now.
  static Batch.Planning as(BatchStand now, Batch.Planning then) {
    return new Batch.Planning(then.slot(), now, then.programmes(), then.months());
  }

  static Move sent(Scene scene, Batch.Sending sending, Answer answer) {
    return switch (answer) {
      case Answer.SponsorshipRead(var sponsored) -> {
        BatchStart.ended(scene);
        SponsorText.sent(scene, sponsored);
        yield Move.OVER;
      }
      case Answer.SponsorshipsRead(var lists) -> {
        BatchStart.ended(scene);
        SponsorText.parted(scene, lists);
        yield Move.OVER;
      }
      default -> BatchStart.lost(scene, answer);
    };
  }

  /// The list was sent before: nobody is enrolled until it is approved.
  static Move waiting(Scene scene, String number) {
    scene.say("sponsor.waits", "nomor", number);
    scene.askText(scene.choices("do." + Sponsor.INTENT, Commands.MENU), "");
    return Move.OVER;
  }
}
