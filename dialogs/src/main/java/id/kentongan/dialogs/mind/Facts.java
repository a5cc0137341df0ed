package id.kentongan.dialogs.mind;

import id.kentongan.dialogs.ear.Understood;
import id.kentongan.dialogs.ear.parse.Parsers;
import id.kentongan.dialogs.values.Income;
import id.kentongan.dialogs.values.Occupation;
import id.kentongan.dialogs.values.Programme;
import id.kentongan.dialogs.values.Rupiah;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What a message tells beside what it asks: `saya petani penghasilan sejuta mau daftar 3 bulan`.
/// Only what is clearly there; in doubt it is left to be asked. `days` are those worked a month.
record Facts(
    Optional<Occupation> occupation,
    Optional<Income> income,
    Optional<Integer> months,
    Optional<Set<Programme>> programmes,
    Optional<Integer> days,
    Whom whom) {
  private static final int LONGEST = 600;
  private static final int MOST_MONTHS = 24;
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}]+");
  private static final Pattern PARTS = Pattern.compile("[,.;\\n]");

  static Facts of(Scene scene, Understood words) {
    String text = words.text().substring(0, Math.min(LONGEST, words.text().length()));
    String bare = text.toLowerCase(Locale.ROOT);
    Parsers parsers = scene.content().parsers();
    Optional<Income> income = only(parsers.clearMoney(text));
    Whom whom = Whom.of(scene, text);
    boolean several = income.isPresent() || !whom.empty();
    return new Facts(
        occupation(scene, bare).or(() -> several ? alone(scene, bare) : Optional.empty()),
        income,
        only(parsers.clearMonths(text)).filter(n -> n <= MOST_MONTHS),
        parsers.clearProgrammes(text),
        parsers.clearDays(text),
        whom);
  }

  boolean empty() {
    return occupation.isEmpty() && income.isEmpty() && months.isEmpty() && programmes.isEmpty();
  }

  Facts withoutIncome() {
    return new Facts(occupation, Optional.empty(), months, programmes, days, whom);
  }

  /// The income by the month, days worked taken as the rule has them when none are told.
  Optional<Rupiah> monthly(Scene scene) {
    int days = scene.content().rules().enrolment().workDays();
    return income.map(i -> new EnrollDraft.Job(null, null, i, days).monthly());
  }

  private static <V> Optional<V> only(List<V> told) {
    return told.size() == 1 ? Optional.of(told.getFirst()) : Optional.empty();
  }

  /// The only occupation named anywhere, in a message that tells other values too.
  private static Optional<Occupation> alone(Scene scene, String text) {
    String[] words = BETWEEN.split(text);
    Set<String> no = scene.heard("facts.negations");
    Set<String> place = scene.heard("facts.village-signs");
    var found = new LinkedHashSet<Occupation>();
    for (int i = 0; i < words.length; i++) {
      if (i == 0 || !(no.contains(words[i - 1]) || place.contains(words[i - 1]))) {
        named(scene, words, i).ifPresent(found::add);
      }
    }
    return found.stream().findFirst();
  }

  /// An occupation after a word that announces one (`saya petani`, `iuran ojek`), or alone between
  /// commas.
  private static Optional<Occupation> occupation(Scene scene, String text) {
    for (String part : PARTS.split(text)) {
      boolean not = Listed.any(scene, "facts.negations", part);
      String bare = not ? part.strip() : Corrections.rest(scene, part);
      Optional<Occupation> alone = scene.content().occupations().named(bare);
      if (alone.isPresent()) {
        return alone;
      }
    }
    Set<String> signs = scene.heard("facts.occupation-signs");
    String[] words = BETWEEN.split(text);
    for (int i = 1; i < words.length; i++) {
      if (signs.contains(words[i - 1])) {
        Optional<Occupation> known = named(scene, words, i);
        if (known.isPresent()) {
          return known;
        }
      }
    }
    return Optional.empty();
  }

  /// The occupation that a message begins with.
  static Optional<Occupation> leading(Scene scene, String text) {
    return named(scene, BETWEEN.split(text.toLowerCase(Locale.ROOT)), 0);
  }

  /// The occupation that these words begin with, the longest name first.
  private static Optional<Occupation> named(Scene scene, String[] words, int from) {
    for (int n = Math.min(3, words.length - from); n >= 1; n--) {
      String name = String.join(" ", Arrays.copyOfRange(words, from, from + n));
      Optional<Occupation> known = scene.content().occupations().named(name);
      if (known.isPresent()) {
        return known;
      }
    }
    return Optional.empty();
  }
}
