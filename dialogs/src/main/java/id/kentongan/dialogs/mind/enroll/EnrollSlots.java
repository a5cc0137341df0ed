package id.kentongan.dialogs.mind.enroll;

import id.kentongan.dialogs.ear.Parsed;
import id.kentongan.dialogs.ear.Understood;
import id.kentongan.dialogs.mind.heard.Facts;
import id.kentongan.dialogs.mind.heard.Jobs;
import id.kentongan.dialogs.mind.heard.Names;
import id.kentongan.dialogs.mind.heard.Reading;
import id.kentongan.dialogs.mind.heard.Told;
import id.kentongan.dialogs.mind.scene.Form;
import id.kentongan.dialogs.mind.scene.Listed;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.mind.scene.Slot;
import id.kentongan.dialogs.mind.scene.Slot.Fill;
import id.kentongan.dialogs.talk.Choice;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Event.FromPerson;
import id.kentongan.dialogs.values.Income;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.dialogs.values.Occupation;
import id.kentongan.dialogs.values.Place;
import id.kentongan.dialogs.values.Rupiah;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;

/// The fields of an enrolment, in the order in which they are asked.
public final class EnrollSlots {
  /// As many words as only name a work: `petani karet`.
  private static final int NAMED = 2;

  public static final Form<EnrollDraft> FORM =
      new Form<>(
          List.of(
              new Slot<>(
                  "consent",
                  d -> !d.who().consent(),
                  EnrollConsent::ask,
                  EnrollConsent::read,
                  d -> d.consented(false)),
              new Slot<>(
                  "name",
                  d -> d.who().name() == null,
                  (s, d) -> s.ask(List.of(), "enroll.ask.name"),
                  (s, d, e) -> Names.read(s, e, d::named),
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
                  EnrollSlots::occupation,
                  d -> d.doing(null).oneJob()),
              new Slot<>(
                  "working",
                  d -> d.job().working() == null,
                  (s, d) -> s.ask(Reading.yesNoChoices(s, "working"), "enroll.ask.working"),
                  EnrollSlots::working,
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
                      Reading.words(
                          s, e, w -> Told.days(s, w), d::days, n -> new Choice("x", "" + n)),
                  d -> d.days(null)),
              new Slot<>(
                  "village",
                  d -> d.who().village() == null,
                  (s, d) -> s.ask(List.of(), "enroll.ask.village"),
                  EnrollSlots::village,
                  d -> d.living(null)),
              EnrollPlan.programmes(),
              EnrollPlan.months(),
              EnrollExtras.phone(),
              EnrollExtras.slot("email"),
              EnrollExtras.slot("address"),
              EnrollExtras.slot(EnrollExtras.SECOND)));

  /// An amount up to this is more likely told for a day than for a month.
  private static final long MOST_A_DAY = 300_000;

  private EnrollSlots() {}

  /// Of two jobs told the first is the main one: `petani sambil ojek`.
  private static Fill<EnrollDraft> occupation(Scene scene, EnrollDraft d, FromPerson event) {
    if (event instanceof Event.Said said && !Reading.asks(scene, said.understood())) {
      Jobs told = Facts.of(scene, said.understood()).jobs();
      if (told.own().isPresent() && told.second().isPresent()) {
        return new Fill.Filled<>(d.doing(told.own().get()));
      }
    }
    return Reading.words(
        scene, event, w -> Told.occupation(scene, w), d::doing, o -> new Choice("x", o.name()));
  }

  /// `nyangkul di sawah` answers a farmer's question whether they still work.
  private static Fill<EnrollDraft> working(Scene scene, EnrollDraft d, FromPerson event) {
    if (event instanceof Event.Said said
        && Listed.any(scene, "enroll.every-day-words", said.text())
        && !Listed.any(scene, "enroll.not-now-words", said.text())
        && !Reading.asks(scene, said.understood())) {
      return new Fill.Filled<>(d.working(true));
    }
    // why yes and no first: nearly all answer so, and to look for work costs more than all else
    boolean same =
        event instanceof Event.Said said
            && !(Told.yesNo(scene, said.understood()) instanceof Parsed.Value<Boolean>)
            && !Listed.any(scene, "enroll.not-now-words", said.text())
            && !Reading.questioning(scene, said.understood())
            // why: `petani` alone is the work said again, as no answer had come yet
            && Listed.tokens(said.text()).size() > NAMED
            && Told.occupation(scene, said.understood())
                instanceof Parsed.Value<Occupation>(Occupation told)
            && told.equals(d.job().occupation());
    return same ? new Fill.Filled<>(d.working(true)) : EnrollWork.read(scene, d, event);
  }

  private static Fill<EnrollDraft> nik(Scene scene, EnrollDraft d, FromPerson event) {
    if (event instanceof Event.Said said && noCard(scene, said)) {
      scene.explain("enroll.no-nik");
      return new Fill.Unclear<>();
    }
    var fill = Reading.words(scene, event, w -> Told.nik(scene, w), d::identified, n -> masked(n));
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

  /// Whether the NIK that is known already is sent once more, alone, where something else is asked.
  static boolean nikAgain(Scene scene, Enroll.Asking asking, Event.Said said) {
    Nik known = asking.draft().who().nik();
    return known != null
        && !asking.slot().equals("nik")
        && said.text().chars().noneMatch(Character::isLetter)
        && Told.nik(scene, said.understood()) instanceof Parsed.Value<Nik>(Nik told)
        && told.equals(known);
  }

  /// `ga hapal nik`, `ktp hilang`; a card that is lost is asked about elsewhere too.
  public static boolean noCard(Scene scene, Event.Said said) {
    return cardLost(scene, said) && !Reading.questioning(scene, said.understood());
  }

  /// The same, asked too: `ktp saya hilang gimana`.
  static boolean cardLost(Scene scene, Event.Said said) {
    return said.text().chars().noneMatch(Character::isDigit)
        && (Listed.any(scene, "fields.enroll.nik", said.text())
            || Listed.any(scene, "fields.claim.nik", said.text()))
        && Listed.any(scene, "claim.unknown-words", said.text());
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
      return Told.tappedIncome(choice)
          .<Fill<EnrollDraft>>map(income -> new Fill.Filled<>(d.earning(income)))
          .orElseGet(Fill.Other::new);
    }
    return Reading.words(
        scene, event, w -> meant(scene, w), d::earning, i -> incomeChoice(scene, i));
  }

  /// An amount without a span is one of the choices just shown; one too small for a month may be
  /// for a day.
  private static Parsed<Income> meant(Scene scene, Understood words) {
    Facts all = Facts.of(scene, words);
    // why: `20 hari` tells how often, not how much
    Parsed<Income> told =
        all.days().isPresent() && all.income().isEmpty()
            ? new Parsed.Invalid<>("money.missing", "")
            : Told.income(scene, words);
    if (told instanceof Parsed.Invalid<Income>) {
      return spanned(scene, words).<Parsed<Income>>map(Parsed.Value::new).orElse(told);
    }
    if (!(told instanceof Parsed.Value<Income>(Income income))
        || income.per() != Income.Per.MONTH) {
      return told;
    }
    for (Choice shown : scene.turn().talk().memory().choices()) {
      var choice = Told.tappedIncome(shown.id());
      if (choice.isPresent() && choice.get().amount().equals(income.amount())) {
        return new Parsed.Value<>(choice.get());
      }
    }
    return unclear(scene, words, income)
        ? new Parsed.Ambiguous<>(List.of(new Income(income.amount(), Income.Per.DAY), income))
        : told;
  }

  /// One of the choices just shown, by its span alone: `sehari`.
  private static Optional<Income> spanned(Scene scene, Understood words) {
    var told = scene.content().parsers().spans(words.normal());
    boolean month = told.contains(Income.Per.MONTH);
    if (month == told.contains(Income.Per.DAY)) {
      return Optional.empty();
    }
    Income.Per per = month ? Income.Per.MONTH : Income.Per.DAY;
    return scene.turn().talk().memory().choices().stream()
        .flatMap(shown -> Told.tappedIncome(shown.id()).stream())
        .filter(income -> income.per() == per)
        .findFirst();
  }

  /// Whether an income read as a month's may as well be a day's: it is small and no span is told.
  static boolean unclear(Scene scene, Understood words, Income income) {
    return income.per() == Income.Per.MONTH
        && income.amount().amount() <= MOST_A_DAY
        && !scene.content().parsers().spans(words.normal()).contains(Income.Per.MONTH);
  }

  private static Choice incomeChoice(Scene scene, Income income) {
    String label = income.amount() + "/" + scene.words("per." + income.per());
    return new Choice(
        "rp." + income.amount().amount() + '.' + income.per(),
        label.substring(0, Math.min(20, label.length())));
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

  /// The person's age as the NIK has it, on a day.
  static LocalDate born(Nik nik, LocalDate today) {
    return nik.birthDate(today).orElse(today);
  }
}
