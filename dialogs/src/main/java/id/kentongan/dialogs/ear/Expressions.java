package id.kentongan.dialogs.ear;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Known expressions that mean the same, whatever their words: marks a message in its normal form
/// with the tags of what it speaks of (`berapa iuran` becomes `berapa #howmuch iuran
/// #contribution`). Shared by all threads.
public final class Expressions {
  private static final Comparator<Expression> LONGEST_FIRST =
      Comparator.comparingInt((Expression known) -> known.words().getFirst().length()).reversed();

  /// A beginning has two letters or more.
  private static final int SHORTEST = 2;

  /// Stands before a tag; no normal form holds it.
  public static final char TAG = '#';

  /// One expression: its words, each whole, a beginning (`kecelaka*`) or any number of so many
  /// digits (`00`), and its tag.
  private record Expression(String tag, List<String> words) {
    boolean startsAt(String[] message, int at) {
      if (at + words.size() > message.length) {
        return false;
      }
      for (int i = 0; i < words.size(); i++) {
        if (!matches(words.get(i), message[at + i])) {
          return false;
        }
      }
      return true;
    }

    private static boolean matches(String pattern, String word) {
      int open = pattern.length() - 1;
      return pattern.charAt(open) == '*'
          ? word.regionMatches(0, pattern, 0, open)
          : word.equals(pattern) || shape(word).equals(pattern);
    }
  }

  private final Map<String, List<Expression>> byFirstWord = new HashMap<>();

  /// Those of which the first word may go on, by its first letters; the longest beginnings first.
  private final Map<String, List<Expression>> byBeginning = new HashMap<>();

  /// `expressions`: a tag's name to its expressions, of words in normal form.
  public Expressions(Map<String, List<String>> expressions) {
    expressions.forEach(
        (name, forms) ->
            forms.forEach(
                form -> {
                  List<String> words = List.of(form.split(" "));
                  known(words.getFirst()).add(new Expression(TAG + name, words));
                }));
    byBeginning.values().forEach(known -> known.sort(LONGEST_FIRST));
  }

  /// The expressions that begin alike.
  private List<Expression> known(String first) {
    return first.endsWith("*") && first.length() > SHORTEST
        ? byBeginning.computeIfAbsent(first.substring(0, SHORTEST), letters -> new ArrayList<>())
        : byFirstWord.computeIfAbsent(first, word -> new ArrayList<>());
  }

  /// The message with its tags, each after the first word of its expression.
  public String marked(String normal) {
    if (normal.isEmpty()) {
      return normal;
    }
    String[] words = normal.split(" ");
    var marked = new StringBuilder(normal.length() * 2);
    for (int at = 0; at < words.length; at++) {
      marked.append(at == 0 ? "" : " ").append(words[at]);
      for (String tag : tags(words, at)) {
        marked.append(' ').append(tag);
      }
    }
    return marked.toString();
  }

  private List<String> tags(String[] words, int at) {
    var tags = new ArrayList<String>();
    add(byFirstWord.get(words[at]), words, at, tags);
    String shape = shape(words[at]);
    if (!shape.equals(words[at])) {
      add(byFirstWord.get(shape), words, at, tags);
    }
    if (words[at].length() >= SHORTEST) {
      add(byBeginning.get(words[at].substring(0, SHORTEST)), words, at, tags);
    }
    return tags;
  }

  /// A number as zeros of its length.
  private static String shape(String word) {
    char first = word.charAt(0);
    return first >= '0' && first <= '9' ? zeros(word) : word;
  }

  private static String zeros(String word) {
    var zeros = new StringBuilder(word);
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) >= '1' && word.charAt(i) <= '9') {
        zeros.setCharAt(i, '0');
      }
    }
    return zeros.toString();
  }

  private static void add(
      @Nullable List<Expression> known, String[] words, int at, List<String> tags) {
    if (known == null) {
      return;
    }
    for (Expression expression : known) {
      if (expression.startsAt(words, at) && !tags.contains(expression.tag())) {
        tags.add(expression.tag());
      }
    }
  }
}
