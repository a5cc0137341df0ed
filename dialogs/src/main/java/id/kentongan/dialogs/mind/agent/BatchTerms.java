package id.kentongan.dialogs.mind.agent;

import id.kentongan.dialogs.mind.enroll.EnrollPlan;
import id.kentongan.dialogs.mind.heard.Facts;
import id.kentongan.dialogs.mind.heard.Reading;
import id.kentongan.dialogs.mind.heard.Told;
import id.kentongan.dialogs.mind.scene.Commands;
import id.kentongan.dialogs.mind.scene.Move;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.mind.scene.Slot.Fill;
import id.kentongan.dialogs.talk.Choice;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Event.FromPerson;
import id.kentongan.dialogs.values.Programme;
import java.util.List;
import java.util.Set;

/// What all people of a list join and for how long, what it costs by month, and that each of them
/// agreed: asked once for the whole list.
final class BatchTerms {
  static final String CONFIRM = "confirm";

  /// In the order in which they are asked.
  static final List<String> FIELDS = List.of("programmes", "months", CONFIRM, BatchSponsor.SLOT);

  private static final String ANSWER = "batch";

  private BatchTerms() {}

  static void ask(Scene scene, Batch.Planning plan) {
    switch (plan.slot()) {
      case "programmes" ->
          scene.ask(
              scene.choices("programmes.2", "programmes.3"),
              "batch.ask.programmes",
              "dua",
              BatchText.price(scene, plan.stand(), Programme.basic(), 1).total().toString(),
              "tiga",
              BatchText.price(scene, plan.stand(), Programme.all(), 1).total().toString());
      case "months" -> scene.ask(months(scene), "batch.ask.months");
      case BatchSponsor.SLOT -> BatchSponsor.ask(scene, plan);
      default -> BatchText.confirm(scene, plan);
    }
  }

  static List<Choice> months(Scene scene) {
    return scene.content().tariffs().tariff(scene.month()).periods().stream()
        .map(n -> new Choice("months." + n, scene.words("choice.months", "n", "" + n)))
        .toList();
  }

  static Move told(Scene scene, Batch.Planning plan, FromPerson event) {
    if (plan.slot().equals(BatchSponsor.SLOT)) {
      return BatchSponsor.told(scene, plan, event);
    }
    if (plan.slot().equals(CONFIRM) && BatchSponsor.meant(scene, event)) {
      return new Move.To(at(BatchSponsor.SLOT, plan, plan.programmes(), plan.months()));
    }
    if (event instanceof Event.Tapped tapped && tapped.choice().equals(Commands.BACK)) {
      return back(plan);
    }
    if (plan.slot().equals(CONFIRM)
        && event instanceof Event.Said said
        && !Reading.asks(scene, said.understood())) {
      Batch.Planning anew = anew(scene, plan, said);
      if (!anew.equals(plan)) {
        return new Move.To(anew);
      }
    }
    var fill =
        switch (plan.slot()) {
          case "programmes" -> programmes(scene, plan, event);
          case "months" -> months(scene, plan, event);
          default -> null;
        };
    return switch (fill) {
      case null -> confirmed(scene, plan, event);
      case Fill.Filled<Batch.Planning>(Batch.Planning filled) -> new Move.To(filled);
      case Fill.Unclear<Batch.Planning> _ -> new Move.To(plan);
      case Fill.Other<Batch.Planning> _ -> Move.PASS;
    };
  }

  /// Other programmes or another number of months, told where all is to be confirmed: `eh 3 bulan`.
  private static Batch.Planning anew(Scene scene, Batch.Planning plan, Event.Said said) {
    Facts told = Facts.of(scene, said.understood());
    List<Integer> periods = scene.content().tariffs().tariff(scene.month()).periods();
    return at(
        CONFIRM,
        plan,
        told.programmes().map(EnrollPlan::withBasic).orElse(plan.programmes()),
        told.months().filter(periods::contains).orElse(plan.months()));
  }

  private static Move back(Batch.Planning plan) {
    return switch (plan.slot()) {
      case CONFIRM -> new Move.To(at("months", plan, plan.programmes(), 0));
      case "months" -> new Move.To(at("programmes", plan, Set.of(), 0));
      default -> Move.PASS;
    };
  }

  static Batch.Planning at(String slot, Batch.Planning plan, Set<Programme> p, int months) {
    return new Batch.Planning(slot, plan.stand(), p, months);
  }

  private static Fill<Batch.Planning> programmes(
      Scene scene, Batch.Planning plan, FromPerson event) {
    if (event instanceof Event.Tapped tapped) {
      return switch (tapped.choice()) {
        case "programmes.2" -> new Fill.Filled<>(joining(plan, Programme.basic()));
        case "programmes.3" -> new Fill.Filled<>(joining(plan, Programme.all()));
        default -> new Fill.Other<>();
      };
    }
    return Reading.words(
        scene,
        event,
        w -> Told.programmes(scene, w),
        chosen -> joining(plan, EnrollPlan.withBasic(chosen)),
        chosen -> scene.choice("programmes.2"));
  }

  private static Batch.Planning joining(Batch.Planning plan, Set<Programme> chosen) {
    return at("months", plan, chosen, 0);
  }

  private static Fill<Batch.Planning> months(Scene scene, Batch.Planning plan, FromPerson event) {
    return switch (chosen(scene, event)) {
      case Fill.Filled<Integer>(Integer n) ->
          new Fill.Filled<>(at(CONFIRM, plan, plan.programmes(), n));
      case Fill.Unclear<Integer> _ -> new Fill.Unclear<>();
      case Fill.Other<Integer> _ -> new Fill.Other<>();
    };
  }

  /// For how many months, of those that can be paid at once.
  static Fill<Integer> chosen(Scene scene, FromPerson event) {
    List<Integer> periods = scene.content().tariffs().tariff(scene.month()).periods();
    if (event instanceof Event.Tapped tapped) {
      return periods.stream()
          .filter(n -> tapped.choice().equals("months." + n))
          .findFirst()
          .<Fill<Integer>>map(Fill.Filled::new)
          .orElseGet(Fill.Other::new);
    }
    var fill =
        Reading.words(
            scene,
            event,
            w -> Told.months(scene, w),
            n -> n,
            n -> new Choice("months." + n, scene.words("choice.months", "n", "" + n)));
    if (fill instanceof Fill.Filled<Integer>(Integer n) && !periods.contains(n)) {
      scene.explain("enroll.months-offered");
      return new Fill.Unclear<>();
    }
    return fill;
  }

  private static Move confirmed(Scene scene, Batch.Planning plan, FromPerson event) {
    return switch (Reading.yesNo(scene, ANSWER, event, yes -> yes)) {
      case Fill.Filled<Boolean>(Boolean yes) when yes -> confirm(scene, plan);
      case Fill.Filled<Boolean> _ -> BatchStart.leave(scene, "batch.not-agreed");
      case Fill.Unclear<Boolean> _ -> new Move.To(plan);
      case Fill.Other<Boolean> _ -> Move.PASS;
    };
  }

  private static Move confirm(Scene scene, Batch.Planning plan) {
    var awaited = scene.request(agreed(scene, plan));
    return new Move.To(new Batch.Running(awaited, plan.stand(), null, null));
  }

  static Effect.ConfirmBatch agreed(Scene scene, Batch.Planning plan) {
    return new Effect.ConfirmBatch(
        plan.stand().batch(),
        plan.programmes(),
        scene.month(),
        plan.months(),
        scene.content().rules().consent().version());
  }
}
