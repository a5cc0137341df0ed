package id.kentongan.dialogs.mind;

import id.kentongan.dialogs.ear.Parsed;
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
import java.util.regex.Matcher;
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
  private static final Pattern PROGRAMMES =
      Pattern.compile(
          "\\b(?:2|3|dua|tiga|loro|rong|kalih|telu|telung|tigang|talu|duo|tigo)"
              + " ?program|\\bjht\\b|\\bjkk\\b|\\bjkm\\b");
  /// `25 hari sebulan` is no month to pay for.
  private static final Pattern WORKED =
      Pattern.compile(
          "(?:hari|hr|dino|dinten|ari) *(?:dalam|tiap|per)? *(?:se|sa)?(?:bulan|wulan)");

  private static final Pattern DAYS =
      Pattern.compile("\\b([1-9]|[12]\\d|3[01]) ?(?:hari|hr|dino|dinten|ari)\\b");

  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}]+");
  private static final Pattern PARTS = Pattern.compile("[,.;\\n]");

  static Facts of(Scene scene, Understood words) {
    String text = words.text().substring(0, Math.min(LONGEST, words.text().length()));
    String bare = text.toLowerCase(Locale.ROOT);
    Optional<Income> income = only(Parsers.clearMoney(text));
    Whom whom = Whom.of(scene, text);
    boolean several = income.isPresent() || !whom.empty();
    return new Facts(
        occupation(scene, bare).or(() -> several ? alone(scene, bare) : Optional.empty()),
        income,
        only(Parsers.clearMonths(
                bare.contains("ulan") ? WORKED.matcher(bare).replaceAll(" ") : bare))
            .filter(n -> n <= MOST_MONTHS),
        programmes(bare),
        days(bare),
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

  private static Optional<Set<Programme>> programmes(String text) {
    Matcher named = PROGRAMMES.matcher(text);
    if (!(text.contains("program") || text.contains("j")) || !named.find()) {
      return Optional.empty();
    }
    String told = named.group().endsWith("program") ? named.group() : text;
    return Parsers.programmes(told) instanceof Parsed.Value<Set<Programme>>(Set<Programme> p)
        ? Optional.of(p)
        : Optional.empty();
  }

  private static Optional<Integer> days(String text) {
    Matcher days = DAYS.matcher(text);
    return digits(text) && days.find()
        ? Optional.of(Integer.valueOf(days.group(1)))
        : Optional.empty();
  }

  private static boolean digits(String text) {
    return text.chars().anyMatch(c -> c >= '0' && c <= '9');
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
      Optional<Occupation> alone = scene.content().occupations().named(part.strip());
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
