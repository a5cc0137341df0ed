package id.kentongan.dialogs.mind.answer;

import id.kentongan.dialogs.content.Rules;
import id.kentongan.dialogs.content.Scholarship.Pupil;
import id.kentongan.dialogs.ear.Parsed;
import id.kentongan.dialogs.ear.Understood;
import id.kentongan.dialogs.mind.claim.ClaimDue;
import id.kentongan.dialogs.mind.heard.Children;
import id.kentongan.dialogs.mind.heard.Pupils;
import id.kentongan.dialogs.mind.heard.Tenure;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.values.Rupiah;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Scholarships in a question: year by year for children told with age and class, else what a year
/// at their level gives; from how many months of contributions on.
final class BenefitSchool {
  private static final String CHILDREN = "benefit.children";
  private static final int MONTHS = 12;

  private BenefitSchool() {}

  /// Whether words tell of children at school; of children at all when `asked` for before.
  static boolean told(Scene scene, Understood words, boolean asked) {
    Children told = Children.of(scene, words.text());
    return !told.levels().isEmpty() || (asked && told.count() > 0);
  }

  static boolean calculated(Scene scene, Understood words) {
    if (Pupils.read(scene, words.text()) instanceof Parsed.Value<List<Pupil>>(List<Pupil> pupils)) {
      ClaimDue.schooling(scene, "benefit.school-years", pupils, scene.today());
      scene.remember(CHILDREN, children(pupils).stored());
      return true;
    }
    Children told = Children.of(scene, words.text());
    if (told.none()) {
      return tenure(scene, words);
    }
    String before = scene.fact(CHILDREN);
    Children now =
        before != null && FollowUps.supposes(scene, words)
            ? told.after(Children.stored(before))
            : told;
    scene.remember(CHILDREN, now.stored());
    say(scene, now);
    return true;
  }

  private static Children children(List<Pupil> pupils) {
    Children all = Children.NONE;
    for (Pupil pupil : pupils) {
      all = all.and(pupil.level(), 1);
    }
    return all;
  }

  /// Whether the contributions have been paid long enough; false when no time is told.
  private static boolean tenure(Scene scene, Understood words) {
    Rules.School rules = scene.content().rules().school();
    Optional<Tenure> paid = Tenure.of(scene, words.text());
    paid.ifPresent(
        p ->
            scene.say(
                p.months() < rules.afterMonths() ? "benefit.school-early" : "benefit.school-enough",
                "lama",
                p.words(scene),
                "tahun",
                Integer.toString(rules.afterMonths() / MONTHS),
                "anak",
                Integer.toString(rules.children())));
    return paid.isPresent();
  }

  private static void say(Scene scene, Children children) {
    Rules.School rules = scene.content().rules().school();
    var lines = new ArrayList<String>();
    Rupiah all = Rupiah.ZERO;
    boolean known = !children.levels().isEmpty();
    for (Rules.School.Level level : rules.levels()) {
      int n = known ? children.levels().getOrDefault(level.key(), 0) : 1;
      if (n > 0) {
        lines.add(line(scene, level));
        all = all.plus(new Rupiah(level.aYear().amount() * n));
      }
    }
    if (known && children.count() > 1 && children.count() <= rules.children()) {
      lines.add(
          scene.words("benefit.school-all", "n", "" + children.count(), "jumlah", all.toString()));
    }
    scene.say(
        "benefit.school",
        "rincian",
        String.join("\n", lines),
        "anak",
        Integer.toString(rules.children()),
        "umur",
        Integer.toString(rules.untilAge()),
        "tahun",
        Integer.toString(rules.afterMonths() / MONTHS));
  }

  private static String line(Scene scene, Rules.School.Level level) {
    return scene.words(
        "benefit.school-line",
        "jenjang",
        scene.words("claim.level." + level.key()),
        "jumlah",
        level.aYear().toString());
  }
}
