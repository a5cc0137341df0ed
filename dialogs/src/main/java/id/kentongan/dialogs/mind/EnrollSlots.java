package id.kentongan.dialogs.mind;

import id.kentongan.dialogs.ear.Parsed;
import id.kentongan.dialogs.ear.Understood;
import id.kentongan.dialogs.mind.Slot.Fill;
import id.kentongan.dialogs.talk.Choice;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Event.FromPerson;
import id.kentongan.dialogs.values.Income;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.dialogs.values.Place;
import id.kentongan.dialogs.values.Programme;
import id.kentongan.dialogs.values.Rupiah;
import java.time.LocalDate;
import java.time.Period;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// The fields of an enrolment, in the order in which they are asked.
final class EnrollSlots {
  static final Form<EnrollDraft> FORM =
      new Form<>(
          List.of(
              new Slot<>(
                  "consent",
                  d -> !d.who().consent(),
                  (s, d) ->
                      s.ask(
                          Reading.yesNoChoices(s, "consent"),
                          "enroll.ask.consent",
                          "pengendali",
                          s.content().rules().consent().controller()),
                  EnrollSlots::consent,
                  d -> d.consented(false)),
              new Slot<>(
                  "name",
                  d -> d.who().name() == null,
                  (s, d) -> s.ask(List.of(), "enroll.ask.name"),
                  (s, d, e) ->
                      Reading.freeWords(s, e, Told::name, d::named, n -> new Choice("x", n)),
                  d -> d.named(null)),
              new Slot<>(
                  "nik",
                  d -> d.who().nik() == null,
                  (s, d) -> s.ask(List.of(), "enroll.ask.nik"),
                  EnrollSlots::nik,
                  d -> d.identified(null)),
              new Slot<>(
                  "occupation",
                  d -> d.job().occupation() == null,
                  (s, d) -> s.ask(List.of(), "enroll.ask.occupation"),
                  (s, d, e) ->
                      Reading.words(
                          s,
                          e,
                          w -> Told.occupation(s, w),
                          d::doing,
                          o -> new Choice("x", o.name())),
                  d -> d.doing(null)),
              new Slot<>(
                  "working",
                  d -> d.job().working() == null,
                  (s, d) -> s.ask(Reading.yesNoChoices(s, "working"), "enroll.ask.working"),
                  (s, d, e) -> Reading.yesNo(s, "working", e, Told::yesNo, d::working),
                  d -> d.working(null)),
              new Slot<>(
                  "income",
                  d -> d.job().income() == null,
                  (s, d) -> s.ask(s.choices("income.varies"), "enroll.ask.income"),
                  EnrollSlots::income,
                  d -> d.earning(null)),
              new Slot<>(
                  "days",
                  EnrollSlots::needsDays,
                  (s, d) -> s.ask(List.of(), "enroll.ask.days", "hari", workDays(s)),
                  (s, d, e) ->
                      Reading.words(s, e, Told::days, d::days, n -> new Choice("x", "" + n)),
                  d -> d.days(null)),
              new Slot<>(
                  "village",
                  d -> d.who().village() == null,
                  (s, d) -> s.ask(List.of(), "enroll.ask.village"),
                  EnrollSlots::village,
                  d -> d.living(null)),
              new Slot<>(
                  "programmes",
                  d -> d.wish().programmes().isEmpty(),
                  EnrollSlots::askProgrammes,
                  EnrollSlots::programmes,
                  d -> d.joining(Set.of())),
              new Slot<>(
                  "months",
                  d -> d.wish().months() == null,
                  EnrollSlots::askMonths,
                  EnrollSlots::months,
                  d -> d.paying(null)),
              EnrollExtras.phone(),
              EnrollExtras.slot("email"),
              EnrollExtras.slot("address"),
              EnrollExtras.slot("second-occupation")));

  private EnrollSlots() {}

  private static Fill<EnrollDraft> consent(Scene scene, EnrollDraft d, FromPerson event) {
    return Reading.yesNo(scene, "consent", event, Told::yesNo, d::consented);
  }

  private static Fill<EnrollDraft> nik(Scene scene, EnrollDraft d, FromPerson event) {
    var fill =
        Reading.words(scene, event, w -> Told.nik(w, scene.today()), d::identified, n -> masked(n));
    Nik nik = fill instanceof Fill.Filled<EnrollDraft>(EnrollDraft f) ? f.who().nik() : null;
    if (nik != null) {
      if (!youngEnough(scene, nik)) {
        scene.explain(
            "enroll.too-old",
            "batas",
            "" + scene.content().rules().enrolment().ageLimit(),
            "umur",
            "" + age(scene, nik));
        return new Fill.Unclear<>();
      }
      if (!scene.content().places().knowsDistrict(nik.district())) {
        scene.acknowledge("enroll.nik-region");
      }
    }
    return fill;
  }

  /// Not yet of the age at which registration closes.
  static boolean youngEnough(Scene scene, Nik nik) {
    return age(scene, nik) < scene.content().rules().enrolment().ageLimit();
  }

  private static int age(Scene scene, Nik nik) {
    return nik.birthDate(scene.today())
        .map(born -> Period.between(born, scene.today()).getYears())
        .orElse(0);
  }

  private static Choice masked(Nik nik) {
    return new Choice("x", nik.masked());
  }

  private static Fill<EnrollDraft> income(Scene scene, EnrollDraft d, FromPerson event) {
    if (event instanceof Event.Tapped tapped) {
      String choice = tapped.choice();
      if (choice.equals("income.varies")) {
        Rupiah least = scene.content().tariffs().tariff(scene.month()).bands().getFirst().base();
        return new Fill.Filled<>(d.earning(new Income(least, Income.Per.MONTH)));
      }
      return choice.startsWith("rp.")
          ? new Fill.Filled<>(d.earning(Told.tappedIncome(choice)))
          : new Fill.Other<>();
    }
    return Reading.words(scene, event, Told::income, d::earning, EnrollSlots::incomeChoice);
  }

  private static Choice incomeChoice(Income income) {
    return new Choice(
        "rp." + income.amount().amount() + '.' + income.per(), income.amount().toString());
  }

  private static boolean needsDays(EnrollDraft d) {
    Income income = d.job().income();
    return income != null && income.per() == Income.Per.DAY && d.job().days() == null;
  }

  private static String workDays(Scene scene) {
    return Integer.toString(scene.content().rules().enrolment().workDays());
  }

  private static Fill<EnrollDraft> village(Scene scene, EnrollDraft d, FromPerson event) {
    var places = scene.content().places();
    if (event instanceof Event.Tapped tapped && tapped.choice().startsWith("v.")) {
      return places
          .byCode(tapped.choice().substring(2))
          .<Fill<EnrollDraft>>map(p -> new Fill.Filled<>(d.living(p)))
          .orElseGet(Fill.Other::new);
    }
    return Reading.words(
        scene, event, w -> places.find(w.text()), d::living, EnrollSlots::villageChoice);
  }

  static Choice villageChoice(Place place) {
    String label = "Kec. " + place.district();
    return new Choice("v." + place.code(), label.substring(0, Math.min(20, label.length())));
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

  private static Fill<EnrollDraft> programmes(Scene scene, EnrollDraft d, FromPerson event) {
    if (event instanceof Event.Tapped tapped) {
      return switch (tapped.choice()) {
        case "programmes.2" -> new Fill.Filled<>(d.joining(Programme.basic()));
        case "programmes.3" -> new Fill.Filled<>(d.joining(Programme.all()));
        default -> new Fill.Other<>();
      };
    }
    return Reading.words(
        scene, event, EnrollSlots::atLeastBasic, d::joining, p -> scene.choice("programmes.2"));
  }

  /// The two basic programmes come together; nobody joins one alone.
  private static Parsed<Set<Programme>> atLeastBasic(Understood words) {
    return switch (Told.programmes(words)) {
      case Parsed.Value<Set<Programme>> v -> new Parsed.Value<>(withBasic(v.value()));
      case Parsed.Ambiguous<Set<Programme>> a -> a;
      case Parsed.Invalid<Set<Programme>> i -> i;
    };
  }

  static Set<Programme> withBasic(Set<Programme> chosen) {
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

  private static Fill<EnrollDraft> months(Scene scene, EnrollDraft d, FromPerson event) {
    List<Integer> periods = scene.content().tariffs().tariff(scene.month()).periods();
    if (event instanceof Event.Tapped tapped && tapped.choice().startsWith("months.")) {
      return new Fill.Filled<>(d.paying(Integer.valueOf(tapped.choice().substring(7))));
    }
    var fill =
        Reading.words(
            scene, event, Told::months, d::paying, n -> new Choice("months." + n, n + " bulan"));
    if (fill instanceof Fill.Filled<EnrollDraft>(EnrollDraft filled)
        && !periods.contains(filled.wish().months())) {
      scene.explain("enroll.months-offered");
      return new Fill.Unclear<>();
    }
    return fill;
  }

  /// The person's age as the NIK has it, on a day.
  static LocalDate born(Nik nik, LocalDate today) {
    return nik.birthDate(today).orElse(today);
  }
}
