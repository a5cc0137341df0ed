package id.kentongan.dialogs.ear;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Takes everything personal out of a message, by keeping only what cannot be: words that the
/// corpus and the word lists know, mistyped ones put right. Numbers, dates, addresses, names after
/// `nama`, `bin` and the like, and all other words become placeholders.
public final class Redactor {
  private static final int MOST_WORDS = 60;
  private static final int LONGEST_WORD = 20;
  private static final int LONGEST_NAME = 4;
  private static final Pattern GAPS = Pattern.compile("\\s+");
  private static final Pattern EDGES =
      Pattern.compile("^[^\\p{L}\\p{N}@]{1,40}+|[^\\p{L}\\p{N}]{1,40}+$");
  private static final Pattern ADDRESS = Pattern.compile("[@\\\\]|//|www\\.");
  private final Set<String> vocabulary;
  private final WordLists lists;
  private final Predicate<String> month;

  /// `vocabulary`: words in small letters that are nobody's name; `month`: whether one names a
  /// month.
  public Redactor(Set<String> vocabulary, WordLists lists, Predicate<String> month) {
    this.lists = lists;
    this.month = month;
    this.vocabulary = Set.copyOf(vocabulary);
  }

  /// What may be kept; empty when hardly a word is left.
  public Optional<String> redact(String text) {
    var kept = new ArrayList<String>();
    int known = 0;
    int name = 0;
    List<String> words = GAPS.splitAsStream(text.strip()).limit(MOST_WORDS).toList();
    for (String raw : words) {
      String word = EDGES.matcher(raw.toLowerCase(Locale.ROOT)).replaceAll("");
      boolean between = name > 0 && lists.has(WordLists.Name.WITH_NAME, word);
      boolean own = name > 0 && !between && !lists.has(WordLists.Name.NO_NAME, word);
      String safe = own ? "<nama>" : safe(word);
      int left = own && !raw.endsWith(",") ? name - 1 : between ? name : 0;
      name = lists.has(WordLists.Name.BEFORE_NAME, word) ? LONGEST_NAME : left;
      known += !word.isEmpty() && safe.equals(word) ? 1 : 0;
      boolean again = !kept.isEmpty() && kept.getLast().equals(safe) && safe.startsWith("<");
      if (!safe.isEmpty() && !again) {
        kept.add(safe);
      }
    }
    return known > 0 && known * 2 >= kept.size()
        ? Optional.of(String.join(" ", kept))
        : Optional.empty();
  }

  private String safe(String word) {
    if (ADDRESS.matcher(word).find()) {
      return "<alamat>";
    }
    if (word.codePoints().anyMatch(Character::isDigit)) {
      return "<angka>";
    }
    if (month.test(word)) {
      return "<tanggal>";
    }
    return word.isEmpty() || vocabulary.contains(word) ? word : near(word);
  }

  private String near(String word) {
    if (Spelling.errors(word.length()) == 0 || word.length() > LONGEST_WORD) {
      return "<kata>";
    }
    return vocabulary.stream()
        .filter(k -> k.charAt(0) == word.charAt(0) && Spelling.near(word, k))
        .min(java.util.Comparator.naturalOrder())
        .orElse("<kata>");
  }
}
