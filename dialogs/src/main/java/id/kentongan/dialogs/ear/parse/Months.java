package id.kentongan.dialogs.ear.parse;

import id.kentongan.dialogs.ear.Spelling;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The names of months as people write them.
final class Months {
  private static final Pattern VOWELS = Pattern.compile("[aeiou]");

  private final Map<String, Integer> names;
  private final List<String> full;

  Months(ValueWords heard) {
    names = heard.table(Heard.MONTH_NAME, Integer::valueOf);
    full = heard.of(Heard.MONTH_FULL).stream().filter(names::containsKey).sorted().toList();
  }

  Map<String, Integer> names() {
    return names;
  }

  /// The month a word names, perhaps with a typing error or without its vowels (`agusutus`,
  /// `dsember`, `oktbr`).
  Optional<Integer> named(String word) {
    Integer exact = names.get(word);
    if (exact != null || word.length() < 5 || word.length() > 12) {
      return Optional.ofNullable(exact);
    }
    return full.stream()
        .filter(name -> name.charAt(0) == word.charAt(0))
        .filter(name -> Spelling.near(word, name) || bare(word).equals(bare(name)))
        .findFirst()
        .map(names::get);
  }

  private static String bare(String word) {
    return VOWELS.matcher(word).replaceAll("");
  }
}
