package id.kentongan.dialogs.mind.heard;

import id.kentongan.dialogs.ear.Understood;
import id.kentongan.dialogs.ear.parse.Parsers;
import id.kentongan.dialogs.mind.enroll.EnrollDraft;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.values.Income;
import id.kentongan.dialogs.values.Occupation;
import id.kentongan.dialogs.values.Programme;
import id.kentongan.dialogs.values.Rupiah;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What a message tells beside what it asks: `saya petani penghasilan sejuta mau daftar 3 bulan`.
/// Only what is clearly there; in doubt it is left to be asked. `days` are those worked a month.
public record Facts(
    Jobs jobs,
    Optional<Income> income,
    Optional<Integer> months,
    Optional<Set<Programme>> programmes,
    Optional<Integer> days,
    Whom whom) {
  private static final int LONGEST = 600;
  private static final int MOST_MONTHS = 24;

  public static Facts of(Scene scene, Understood words) {
    String text = words.text().substring(0, Math.min(LONGEST, words.text().length()));
    String bare = text.toLowerCase(Locale.ROOT);
    Parsers parsers = scene.content().parsers();
    Optional<Income> income = only(parsers.clearMoney(text));
    Whom whom = Whom.of(scene, text);
    boolean several = income.isPresent() || !whom.empty();
    return new Facts(
        Jobs.of(scene, bare, several),
        income,
        only(parsers.clearMonths(text)).filter(n -> n <= MOST_MONTHS),
        parsers.clearProgrammes(text),
        parsers.clearDays(text),
        whom);
  }

  /// Of whomever it is told.
  public Optional<Occupation> occupation() {
    return jobs.own().or(jobs::kins);
  }

  public boolean empty() {
    return jobs.empty() && income.isEmpty() && months.isEmpty() && programmes.isEmpty();
  }

  public Facts withoutIncome() {
    return new Facts(jobs, Optional.empty(), months, programmes, days, whom);
  }

  /// The income by the month, days worked taken as the rule has them when none are told.
  public Optional<Rupiah> monthly(Scene scene) {
    int days = scene.content().rules().enrolment().workDays();
    return income.map(i -> new EnrollDraft.Job(null, null, i, days).monthly());
  }

  private static <V> Optional<V> only(List<V> told) {
    return told.size() == 1 ? Optional.of(told.getFirst()) : Optional.empty();
  }
}
