package id.kentongan.dialogs.mind.claim;

import id.kentongan.dialogs.content.AccidentBenefit;
import id.kentongan.dialogs.content.DeathBenefit;
import id.kentongan.dialogs.content.Rules;
import id.kentongan.dialogs.content.Scholarship;
import id.kentongan.dialogs.content.Scholarship.Pupil;
import id.kentongan.dialogs.content.Scholarship.Year;
import id.kentongan.dialogs.mind.member.StatusText;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.talk.Answer.Standing;
import id.kentongan.dialogs.values.Rupiah;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// What is due by the rules, said kindly and without a promise; where it is doubtful, the branch
/// decides.
public final class ClaimDue {
  private ClaimDue() {}

  /// What the record lets one say; nothing was found, or could be looked up, when it has none.
  static void say(Scene scene, ClaimDraft draft) {
    Standing standing = draft.found().standing();
    if (standing == null) {
      scene.say("claim.how-much", figures(scene, Integer.MAX_VALUE));
      return;
    }
    int months = draft.found().monthsPaid();
    boolean active = standing == Standing.ACTIVE || standing == Standing.UNDER_THREE_MONTHS;
    String key = StatusText.key(standing);
    if (active && ClaimHeirs.nobody(draft)) {
      key = "nobody";
    } else if (standing == Standing.ACTIVE && !benefit(scene, months).full()) {
      key = "under-three-months";
    }
    scene.say("claim.due." + key, figures(scene, months));
  }

  /// Whether the children may get a scholarship by the record: else it is not asked for.
  static boolean schools(Scene scene, ClaimDraft draft) {
    return draft.found().standing() == Standing.ACTIVE
        && draft.found().monthsPaid() >= scene.content().rules().school().afterMonths()
        && !ClaimHeirs.nobody(draft);
  }

  /// A death by a work accident: the sum of the lowest income that contributions are paid by.
  public static void atWork(Scene scene) {
    var content = scene.content();
    Rules.Accident rules = content.rules().accident();
    Rupiah base = content.tariffs().tariff(scene.month()).bands().getFirst().base();
    AccidentBenefit least = AccidentBenefit.ofDeath(rules, base);
    scene.say(
        "accident.due-death",
        "kali",
        Integer.toString(rules.times()),
        "pemakaman",
        rules.funeral().toString(),
        "berkala",
        rules.periodic().toString(),
        "penghasilan",
        base.toString(),
        "jumlah",
        least.total().toString());
  }

  /// The scholarships year by year, for as many children as the rules allow.
  public static void schooling(Scene scene, ClaimDraft draft) {
    LocalDate died = Objects.requireNonNull(draft.deceased().died());
    schooling(scene, "claim.scholarship", draft.found().children(), died);
  }

  /// The same for children of whom a question tells.
  public static void schooling(Scene scene, String key, List<Pupil> children, LocalDate died) {
    Rules.School rules = scene.content().rules().school();
    var lines = new ArrayList<String>();
    for (Pupil pupil : children.stream().limit(rules.children()).toList()) {
      lines.add(child(scene, died, pupil));
    }
    scene.say(
        key,
        "rincian",
        String.join("\n", lines),
        "anak",
        Integer.toString(rules.children()),
        "umur",
        Integer.toString(rules.untilAge()),
        "tahun",
        Integer.toString(rules.afterMonths() / 12));
  }

  private static String child(Scene scene, LocalDate died, Pupil pupil) {
    Rules.School rules = scene.content().rules().school();
    String umur = Integer.toString(pupil.age());
    if (pupil.level().equals(Scholarship.NOT_YET)) {
      return scene.words("claim.scholarship-later", "umur", umur);
    }
    Scholarship due = Scholarship.of(rules, pupil, schoolYear(died));
    if (due.years().isEmpty()) {
      return scene.words("claim.scholarship-none", "umur", umur);
    }
    var lines = new ArrayList<String>();
    lines.add(
        scene.words("claim.scholarship-child", "umur", umur, "jumlah", due.total().toString()));
    for (Rules.School.Level level : rules.levels()) {
      var years = due.years().stream().filter(y -> y.level().equals(level.key())).toList();
      if (!years.isEmpty()) {
        lines.add(span(scene, years));
      }
    }
    return String.join("\n", lines);
  }

  private static String span(Scene scene, List<Year> years) {
    Year first = years.getFirst();
    Year last = years.getLast();
    return scene.words(
        "claim.scholarship-years",
        "jenjang",
        scene.words("claim.level." + first.level()),
        "tahun",
        years.size() == 1
            ? year(first)
            : scene.words("price.span", "dari", year(first), "sampai", year(last)),
        "jumlah",
        first.amount().toString());
  }

  private static String year(Year year) {
    return year.begins() + "/" + (year.begins() + 1);
  }

  /// The school year of a day begins in July.
  private static int schoolYear(LocalDate day) {
    return day.getMonthValue() >= Month.JULY.getValue() ? day.getYear() : day.getYear() - 1;
  }

  private static DeathBenefit benefit(Scene scene, int months) {
    return DeathBenefit.of(scene.content().rules().death(), months);
  }

  private static String[] figures(Scene scene, int months) {
    Rules.Death rules = scene.content().rules().death();
    DeathBenefit benefit = benefit(scene, months);
    return new String[] {
      "jumlah", benefit.total().toString(),
      "santunan", benefit.grant().toString(),
      "berkala", benefit.periodic().toString(),
      "pemakaman", benefit.funeral().toString(),
      "bulan", Integer.toString(rules.fullAfterMonths())
    };
  }
}
