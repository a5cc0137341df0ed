package id.kentongan.dialogs.mind.answer;

import id.kentongan.dialogs.content.AccidentBenefit;
import id.kentongan.dialogs.content.DeathBenefit;
import id.kentongan.dialogs.content.Rules;
import id.kentongan.dialogs.ear.Understood;
import id.kentongan.dialogs.ear.parse.Heard;
import id.kentongan.dialogs.mind.claim.Claim;
import id.kentongan.dialogs.mind.claim.ClaimTold;
import id.kentongan.dialogs.mind.heard.Facts;
import id.kentongan.dialogs.mind.heard.Tenure;
import id.kentongan.dialogs.mind.heard.Told;
import id.kentongan.dialogs.mind.scene.Listed;
import id.kentongan.dialogs.mind.scene.Opening;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.values.Rupiah;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The benefit calculator in a conversation (A3): what a death, a work accident or a child at
/// school comes to by the rules, for what this message and those before it told. Conditions are
/// said with every figure, nothing is promised.
public final class Benefits {
  public static final String DEATH = "ask.jkm";
  public static final String WORK = "ask.jkk";
  public static final String SCHOOL = "ask.scholarship";
  public static final String HEIRS = "ask.heirs";

  /// What these may be a follow-up of.
  private static final Set<String> SUBJECTS = Set.of(DEATH, WORK, SCHOOL, HEIRS);

  /// Whether a death by an accident was reported from here.
  public static final String REPORTED = "benefit.reported";

  /// Whether the accident asked about was one that somebody died of.
  private static final String FATAL = "benefit.fatal";

  private Benefits() {}

  /// Calculates when the message tells something to calculate with; false when the answer file is
  /// to speak.
  static boolean calculated(Scene scene, Opening opening) {
    Understood words = opening.words();
    if (words == null) {
      return false;
    }
    return switch (opening.intent()) {
      case SCHOOL -> BenefitSchool.calculated(scene, words);
      case WORK -> work(scene, words);
      case DEATH ->
          (atWork(scene, words.text()) || reported(scene, words))
              ? fatal(scene, words)
              : death(scene, words);
      default -> false;
    };
  }

  /// The question that these words go on with, when the one before was about benefits.
  static Optional<String> follows(Scene scene, Understood words) {
    String before = scene.learnt().subject();
    String text = words.text();
    if (Claim.MOURNING.equals(before) && nothing(scene, text)) {
      return Optional.of(DEATH);
    }
    if (before == null || !SUBJECTS.contains(before)) {
      return Optional.empty();
    }
    if (BenefitSchool.told(scene, words, before.equals(SCHOOL))) {
      return Optional.of(SCHOOL);
    }
    if (atWork(scene, text) || Told.accident(scene, text)) {
      return Optional.of(WORK);
    }
    boolean ownWork = before.equals(WORK) && words.best().intent().equals(WORK);
    if (!ownWork && Tenure.of(scene, text).isPresent()) {
      return Optional.of(before.equals(SCHOOL) ? SCHOOL : DEATH);
    }
    if (before.equals(WORK) && ClaimTold.saysCause(scene, text)) {
      return Optional.of(DEATH);
    }
    if (nothing(scene, text)) {
      return Optional.of(before.equals(HEIRS) ? DEATH : before);
    }
    // why: `iurannya berapa kalau sebulan sejuta` asks for the price, not what comes of a death
    boolean priced =
        words.best().intent().equals(Contribution.INTENT)
            && Listed.any(scene, "follow.price-words", text);
    boolean income = !priced && Facts.of(scene, words).income().isPresent();
    return income && !before.equals(SCHOOL) ? Optional.of(before) : Optional.empty();
  }

  /// Whether it is asked in the middle of a claim or a report how much comes of it.
  public static boolean asked(Scene scene, String text) {
    return Listed.any(scene, "claim.how-much-words", text) || nothing(scene, text);
  }

  /// `jadi ga dapat apa2?`
  static boolean nothing(Scene scene, String text) {
    return Listed.any(scene, "benefit.nothing-words", text);
  }

  private static boolean death(Scene scene, Understood words) {
    Rules.Death rules = scene.content().rules().death();
    Optional<Tenure> paid = Tenure.of(scene, words.text());
    boolean income = income(scene, words);
    scene.remember(FATAL, "yes");
    if (paid.isPresent()) {
      DeathBenefit due = DeathBenefit.of(rules, paid.get().months());
      String key = due.full() ? "full" : paid.get().under() ? "under" : "funeral";
      scene.say(
          "benefit." + key,
          "lama",
          paid.get().words(scene),
          "batas",
          Integer.toString(rules.fullAfterMonths()),
          "jumlah",
          due.total().toString(),
          "penuh",
          rules.full().toString());
      return true;
    }
    if (!income && !Listed.any(scene, "benefit.how-much-dead-words", words.text())) {
      return false;
    }
    Base base = base(scene);
    scene.say(
        "benefit.death",
        "penuh",
        rules.full().toString(),
        "batas",
        Integer.toString(rules.fullAfterMonths()),
        "pemakaman",
        rules.funeral().toString(),
        "kerja",
        fatal(scene, base).total().toString(),
        "penghasilan",
        base.income().toString());
    return true;
  }

  /// What a work accident comes to at the person's income; the answer file without one.
  private static boolean work(Scene scene, Understood words) {
    if (Listed.any(scene, "accident.death-words", words.text()) || stillFatal(scene, words)) {
      return fatal(scene, words);
    }
    scene.forget(FATAL);
    boolean disabled = Listed.any(scene, "benefit.disabled-words", words.text());
    if (!income(scene, words) && !disabled) {
      return false;
    }
    Base base = base(scene);
    Rules.Accident rules = scene.content().rules().accident();
    scene.say(
        "benefit.work",
        "penghasilan",
        base.income().toString(),
        "dasar",
        base.counted().toString(),
        "separuh",
        new Rupiah(base.counted().amount() / 2).toString(),
        "bulan",
        Integer.toString(rules.wholeMonths()),
        "cacat",
        AccidentBenefit.ofDisability(rules, base.counted()).toString(),
        "jumlah",
        fatal(scene, base).total().toString());
    return true;
  }

  /// Whether a supposition goes on with a death, and is no question of its own.
  private static boolean stillFatal(Scene scene, Understood words) {
    String before = scene.turn().talk().memory().subject();
    boolean own = WORK.equals(before) && WORK.equals(words.best().intent());
    return FollowUps.supposes(scene, words)
        && scene.fact(FATAL) != null
        && before != null
        && SUBJECTS.contains(before)
        && !own;
  }

  private static boolean fatal(Scene scene, Understood words) {
    boolean told = income(scene, words) || scene.fact(Contribution.MONTHLY) != null;
    Rules.Accident rules = scene.content().rules().accident();
    Base base = base(scene);
    scene.remember(FATAL, "yes");
    scene.learn(scene.learnt().about(WORK));
    scene.say(
        told ? "benefit.fatal" : "benefit.fatal-lowest",
        "kali",
        Integer.toString(rules.times()),
        "pemakaman",
        rules.funeral().toString(),
        "berkala",
        rules.periodic().toString(),
        "penghasilan",
        base.income().toString(),
        "dasar",
        base.counted().toString(),
        "jumlah",
        fatal(scene, base).total().toString());
    return true;
  }

  /// An income and what benefits are counted by at it.
  private record Base(Rupiah income, Rupiah counted) {}

  /// Of the income told, else of the lowest that contributions are paid by.
  private static Base base(Scene scene) {
    var tariffs = scene.content().tariffs();
    Rupiah lowest = tariffs.tariff(scene.month()).bands().getFirst().base();
    String told = scene.fact(Contribution.MONTHLY);
    Rupiah income = told == null ? lowest : new Rupiah(Long.parseLong(told));
    return new Base(income, tariffs.base(income, scene.month()));
  }

  private static AccidentBenefit fatal(Scene scene, Base base) {
    return AccidentBenefit.ofDeath(scene.content().rules().accident(), base.counted());
  }

  /// Keeps the income that a message tells; whether it tells one.
  private static boolean income(Scene scene, Understood words) {
    Optional<Rupiah> monthly =
        Facts.of(scene, words).monthly(scene).filter(_ -> !awarded(scene, words.text()));
    monthly.ifPresent(m -> scene.remember(Contribution.MONTHLY, Long.toString(m.amount())));
    return monthly.isPresent();
  }

  /// Whether words that ask about a benefit name its amount: `benar kalau meninggal dapat 42 juta`.
  static boolean award(Scene scene, Understood words) {
    return SUBJECTS.contains(words.best().intent()) && awarded(scene, words.text());
  }

  /// Whether an amount is what comes of it (`dapat 42 juta`), and no income.
  private static boolean awarded(Scene scene, String text) {
    List<String> told = Listed.tokens(text);
    Set<String> signs = scene.heard("benefit.awarded-signs");
    Set<String> earned = scene.heard(Heard.MONEY_ANNOUNCED.key());
    for (int i = 0; i + 1 < told.size(); i++) {
      String amount = String.join(" ", told.subList(i + 1, Math.min(told.size(), i + 3)));
      boolean money = !scene.content().parsers().clearMoney(amount).isEmpty();
      if (signs.contains(told.get(i)) && money && !earned.contains(told.get(i + 1))) {
        return true;
      }
    }
    return false;
  }

  /// `berapa santunannya`, after the report of it.
  private static boolean reported(Scene scene, Understood words) {
    return scene.fact(REPORTED) != null && !FollowUps.supposes(scene, words);
  }

  private static boolean atWork(Scene scene, String text) {
    return Told.atWork(scene, text) || Listed.any(scene, "benefit.at-work-words", text);
  }
}
