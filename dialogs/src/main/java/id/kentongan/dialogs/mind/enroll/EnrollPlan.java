package id.kentongan.dialogs.mind.enroll;

import id.kentongan.dialogs.ear.Parsed;
import id.kentongan.dialogs.ear.Understood;
import id.kentongan.dialogs.mind.heard.Facts;
import id.kentongan.dialogs.mind.heard.Reading;
import id.kentongan.dialogs.mind.heard.Told;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.mind.scene.Slot;
import id.kentongan.dialogs.mind.scene.Slot.Fill;
import id.kentongan.dialogs.talk.Choice;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Event.FromPerson;
import id.kentongan.dialogs.values.Programme;
import id.kentongan.dialogs.values.Rupiah;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// What is joined and for how long: the fields of an enrolment that decide its price.
public final class EnrollPlan {
  private EnrollPlan() {}

  static Slot<EnrollDraft> programmes() {
    return new Slot<>(
        "programmes",
        d -> d.wish().programmes().isEmpty(),
        EnrollPlan::askProgrammes,
        EnrollPlan::readProgrammes,
        d -> d.joining(Set.of()));
  }

  static Slot<EnrollDraft> months() {
    return new Slot<>(
        "months",
        d -> d.wish().months() == null,
        EnrollPlan::askMonths,
        EnrollPlan::readMonths,
        d -> d.paying(null));
  }

  private static void askProgrammes(Scene scene, EnrollDraft d) {
    scene.ask(
        scene.choices("programmes.2", "programmes.3"),
        "enroll.ask.programmes",
        "dua",
        price(scene, d, Programme.basic()).toString(),
        "tiga",
        price(scene, d, Programme.all()).toString());
  }

  private static Rupiah price(Scene scene, EnrollDraft d, Set<Programme> programmes) {
    return scene
        .content()
        .tariffs()
        .price(
            Objects.requireNonNull(d.job().occupation()).sector(),
            Objects.requireNonNull(d.job().monthly()),
            programmes,
            scene.month(),
            1)
        .total();
  }

  private static Fill<EnrollDraft> readProgrammes(Scene scene, EnrollDraft d, FromPerson event) {
    if (event instanceof Event.Tapped tapped) {
      return switch (tapped.choice()) {
        case "programmes.2" -> new Fill.Filled<>(d.joining(Programme.basic()));
        case "programmes.3" -> new Fill.Filled<>(d.joining(Programme.all()));
        default -> new Fill.Other<>();
      };
    }
    return Reading.words(
        scene, event, w -> atLeastBasic(scene, w), d::joining, p -> scene.choice("programmes.2"));
  }

  /// The two basic programmes come together; nobody joins one alone.
  private static Parsed<Set<Programme>> atLeastBasic(Scene scene, Understood words) {
    Facts told = Facts.of(scene, words);
    // why: the 3 of `3 bulan` chooses no programmes, which cost more
    if (told.months().isPresent() && told.programmes().isEmpty()) {
      return new Parsed.Invalid<>("programmes.unknown", "");
    }
    return switch (Told.programmes(scene, words)) {
      case Parsed.Value<Set<Programme>> v -> new Parsed.Value<>(withBasic(v.value()));
      case Parsed.Ambiguous<Set<Programme>> a -> a;
      case Parsed.Invalid<Set<Programme>> i -> i;
    };
  }

  public static Set<Programme> withBasic(Set<Programme> chosen) {
    Set<Programme> both = EnumSet.copyOf(chosen);
    both.addAll(Programme.basic());
    return both;
  }

  private static void askMonths(Scene scene, EnrollDraft d) {
    var choices =
        scene.content().tariffs().tariff(scene.month()).periods().stream()
            .map(n -> new Choice("months." + n, scene.words("choice.months", "n", "" + n)))
            .toList();
    scene.ask(choices, "enroll.ask.months");
  }

  private static Fill<EnrollDraft> readMonths(Scene scene, EnrollDraft d, FromPerson event) {
    List<Integer> periods = scene.content().tariffs().tariff(scene.month()).periods();
    if (event instanceof Event.Tapped tapped) {
      return periods.stream()
          .filter(n -> tapped.choice().equals("months." + n))
          .findFirst()
          .<Fill<EnrollDraft>>map(n -> new Fill.Filled<>(d.paying(n)))
          .orElseGet(Fill.Other::new);
    }
    var fill =
        Reading.words(
            scene,
            event,
            w -> Told.months(scene, w),
            d::paying,
            n -> new Choice("months." + n, n + " bulan"));
    if (fill instanceof Fill.Filled<EnrollDraft>(EnrollDraft filled)
        && !periods.contains(filled.wish().months())) {
      scene.explain("enroll.months-offered");
      return new Fill.Unclear<>();
    }
    return fill;
  }
}
