package id.kentongan.dialogs.mind.enroll;

import id.kentongan.dialogs.ear.Parsed;
import id.kentongan.dialogs.ear.Understood;
import id.kentongan.dialogs.mind.answer.Contribution;
import id.kentongan.dialogs.mind.heard.Corrections;
import id.kentongan.dialogs.mind.heard.Facts;
import id.kentongan.dialogs.mind.heard.Jobs;
import id.kentongan.dialogs.mind.heard.KinsWork;
import id.kentongan.dialogs.mind.heard.Names;
import id.kentongan.dialogs.mind.heard.Reading;
import id.kentongan.dialogs.mind.heard.Told;
import id.kentongan.dialogs.mind.heard.Whom;
import id.kentongan.dialogs.mind.scene.Opening;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.values.Income;
import id.kentongan.dialogs.values.Occupation;
import id.kentongan.dialogs.values.Place;
import id.kentongan.dialogs.values.Rupiah;
import id.kentongan.dialogs.values.Sector;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Takes up what a message tells without being asked.
public final class EnrollFacts {
  /// What is heard in a bare value (`3 bulan`) as much as in what these wish for.
  private static final Set<String> LIKE_VALUES = Set.of("back", "pay.start");

  /// Fields that a village's name fits too.
  private static final Set<String> FREE = Set.of("name", "village", "address");

  /// A month's income is more than that of so many days.
  private static final int DAYS_OF_LITTLE = 5;

  private EnrollFacts() {}

  /// Whether words may tell values: neither a question nor surely something else that they want.
  static boolean telling(Scene scene, Understood words) {
    return !Reading.asks(scene, words)
        && (!Reading.wish(words)
            || Corrections.signed(scene, words)
            || words.best().intent().startsWith("ask.")
            || LIKE_VALUES.contains(words.best().intent()));
  }

  /// Fills the fields still empty.
  static EnrollDraft gather(Scene scene, EnrollDraft draft, @Nullable Understood words) {
    return words == null ? draft : filled(scene, draft, told(scene, draft, words), false);
  }

  /// What the first words tell, the name before a NIK too: `saya Rina Wati, NIK 3510...`.
  static EnrollDraft opened(Scene scene, EnrollDraft draft, Opening opening) {
    EnrollDraft told = gather(scene, draft, opening.words());
    return told.who().name() != null
        ? told
        : Whom.beforeNik(scene, opening.text())
            .flatMap(name -> Names.alone(scene, name))
            .map(told::named)
            .orElse(told);
  }

  /// What is told where something else was asked; a village's name alone only if nothing else is.
  static EnrollDraft elsewhere(Scene scene, Enroll.Asking asking, Understood words) {
    EnrollDraft told = retold(scene, asking.draft(), words);
    if (!told.equals(asking.draft())) {
      return told;
    }
    Optional<String> name =
        asking.slot().equals("consent")
            ? EnrollConsent.named(scene, told, words)
            : Optional.empty();
    return name.map(told::named).orElseGet(() -> village(scene, asking, words));
  }

  /// Fills empty fields, and those already filled anew.
  static EnrollDraft retold(Scene scene, EnrollDraft draft, Understood words) {
    return filled(scene, draft, told(scene, draft, words), true);
  }

  private static EnrollDraft village(Scene scene, Enroll.Asking asking, Understood words) {
    EnrollDraft draft = asking.draft();
    boolean open = draft.who().village() == null && !FREE.contains(asking.slot());
    boolean alone = !Reading.wish(words) && !Reading.questioning(scene, words);
    return open
            && alone
            && scene.content().places().find(words.text()) instanceof Parsed.Value<Place>(Place p)
            && (!asking.slot().equals("consent") || named(p, words.text()))
        ? draft.living(p)
        : draft;
  }

  /// why: `Penasaran` where a yes is asked is no slip for the village of Penataran
  private static boolean named(Place place, String text) {
    return text.toLowerCase(Locale.ROOT).contains(place.village().toLowerCase(Locale.ROOT));
  }

  /// What the words tell; an amount that may be for a day or a month is left to be asked.
  private static Facts told(Scene scene, EnrollDraft draft, Understood words) {
    Facts told = Facts.of(scene, words);
    Income before = draft.job().income();
    boolean daily = before != null && before.per() == Income.Per.DAY;
    boolean unclear = told.income().filter(i -> EnrollSlots.unclear(scene, words, i)).isPresent();
    return unclear && !daily ? told.withoutIncome() : told;
  }

  /// Takes up all that the answer to `slot` tells beside it; the answer itself stands as it was
  /// read.
  static EnrollDraft beside(Scene scene, String slot, EnrollDraft draft, Understood words) {
    EnrollDraft told = retold(scene, draft, words);
    return switch (slot) {
      case "name" -> told.named(draft.who().name());
      case "nik" -> told.identified(draft.who().nik());
      case "occupation" -> told.doing(draft.job().occupation());
      case "income", "days" ->
          Objects.equals(told.job().income(), draft.job().income())
              ? told
              : told.earning(draft.job().income()).days(draft.job().days());
      case "village" -> told.living(draft.who().village());
      case "programmes" -> told.joining(draft.wish().programmes());
      case "months" -> told.paying(draft.wish().months());
      default -> told;
    };
  }

  /// The next to enrol here may be somebody else.
  public static void forget(Scene scene) {
    List.of(
            Contribution.OCCUPATION,
            Contribution.SECTOR,
            Contribution.MONTHLY,
            Contribution.PROGRAMMES,
            Contribution.HOME,
            EnrollExtras.SECOND)
        .forEach(scene::forget);
    KinsWork.forget(scene);
  }

  private static EnrollDraft filled(Scene scene, EnrollDraft draft, Facts told, boolean anew) {
    EnrollDraft known = work(draft, told, anew);
    if ((anew || known.wish().months() == null) && offered(scene, told)) {
      known = known.paying(told.months().orElseThrow());
    }
    if ((anew || known.wish().programmes().isEmpty()) && told.programmes().isPresent()) {
      known = known.joining(EnrollPlan.withBasic(told.programmes().get()));
    }
    return whom(scene, known, told.whom(), anew);
  }

  private static EnrollDraft work(EnrollDraft draft, Facts told, boolean anew) {
    EnrollDraft known = draft;
    Jobs jobs = told.jobs();
    if ((anew || known.job().occupation() == null) && jobs.own().isPresent()) {
      known = known.doing(jobs.own().get()).oneJob();
    }
    if (jobs.second().isPresent()) {
      known = known.extra(EnrollExtras.SECOND, jobs.second().get().name());
    }
    if (told.income().isPresent()
        && (known.job().income() == null
            || (anew && !told.income().get().equals(known.job().income())))) {
      known = known.earning(again(known.job().income(), told.income().get()));
    }
    Income income = known.job().income();
    boolean daily = income != null && income.per() == Income.Per.DAY;
    if (daily && known.job().days() == null && told.days().isPresent()) {
      known = known.days(told.days().get());
    }
    return known;
  }

  /// why: who told a day's income and then `60 ribu` alone means a day's again.
  private static Income again(@Nullable Income before, Income told) {
    boolean daily = before != null && before.per() == Income.Per.DAY;
    boolean little =
        before != null && told.amount().amount() < before.amount().amount() * DAYS_OF_LITTLE;
    return daily && little && told.per() == Income.Per.MONTH
        ? new Income(told.amount(), Income.Per.DAY)
        : told;
  }

  private static EnrollDraft whom(Scene scene, EnrollDraft draft, Whom told, boolean anew) {
    EnrollDraft known = draft;
    if ((anew || known.who().name() == null) && told.name().isPresent()) {
      known = known.named(told.name().get());
    }
    var nik = told.nik().filter(n -> EnrollSlots.youngEnough(scene, n));
    if ((anew || known.who().nik() == null) && nik.isPresent()) {
      known = known.identified(nik.get());
    }
    if (told.phone().isPresent()) {
      known = known.reachedAt(told.phone().get());
    }
    if ((anew || known.who().village() == null) && told.village().isPresent()) {
      known = known.living(told.village().get());
    }
    return known;
  }

  /// What was told before, when the price was asked: the occupation and the income; and the phone
  /// that is written from. The summary shows them for a yes.
  static EnrollDraft remembered(Scene scene, EnrollDraft draft) {
    var facts = scene.learnt().facts();
    EnrollDraft known =
        draft.who().phone() == null ? draft.reachedAt(Told.senderPhone(scene)) : draft;
    String occupation = KinsWork.own(facts, Contribution.OCCUPATION);
    String sector = KinsWork.own(facts, Contribution.SECTOR);
    String second = facts.get(EnrollExtras.SECOND);
    if (known.job().occupation() == null && occupation != null && sector != null) {
      known = known.doing(new Occupation(occupation, Sector.valueOf(sector)));
      known = second == null ? known : known.extra(EnrollExtras.SECOND, second);
    }
    String monthly = KinsWork.own(facts, Contribution.MONTHLY);
    if (known.job().income() == null && monthly != null) {
      known = known.earning(new Income(new Rupiah(Long.parseLong(monthly)), Income.Per.MONTH));
    }
    String home = KinsWork.own(facts, Contribution.HOME);
    return known.who().village() == null && home != null
        ? scene.content().places().byCode(home).map(known::living).orElse(known)
        : known;
  }

  /// Keeps the occupation and the income in mind, so that a price asked in between is their own.
  static void keepInMind(Scene scene, EnrollDraft draft) {
    KinsWork.forget(scene);
    Occupation occupation = draft.job().occupation();
    if (occupation != null) {
      scene.remember(Contribution.OCCUPATION, occupation.name());
      scene.remember(Contribution.SECTOR, occupation.sector().name());
    }
    if (!draft.wish().programmes().isEmpty()) {
      scene.remember(Contribution.PROGRAMMES, Contribution.named(draft.wish().programmes()));
    }
    Place village = draft.who().village();
    if (village != null) {
      scene.learn(scene.learnt().livingIn(village.code()));
    }
    Rupiah monthly = draft.job().monthly();
    if (monthly != null) {
      scene.remember(Contribution.MONTHLY, Long.toString(monthly.amount()));
    }
  }

  private static boolean offered(Scene scene, Facts told) {
    return told.months()
        .filter(n -> scene.content().tariffs().tariff(scene.month()).periods().contains(n))
        .isPresent();
  }
}
