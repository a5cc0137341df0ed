package id.kentongan.dialogs.ear;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Known expressions that mean the same, whatever their words: marks a message in its normal form
/// with the tags of what it speaks of (`berapa iuran` becomes `berapa #howmuch iuran
/// #contribution`). Shared by all threads.
public final class Expressions {
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

  /// `expressions`: a tag's name to its expressions, of words in normal form.
  public Expressions(Map<String, List<String>> expressions) {
    expressions.forEach(
        (name, forms) ->
            forms.forEach(
                form -> {
                  List<String> words = List.of(form.split(" "));
                  byFirstWord
                      .computeIfAbsent(words.getFirst(), w -> new ArrayList<>())
                      .add(new Expression(TAG + name, words));
                }));
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

  private Set<String> tags(String[] words, int at) {
    var tags = new LinkedHashSet<String>();
    add(words[at], words, at, tags);
    String shape = shape(words[at]);
    if (!shape.equals(words[at])) {
      add(shape, words, at, tags);
    }
    for (int end = words[at].length(); end > 1; end--) {
      add(words[at].substring(0, end) + "*", words, at, tags);
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

  private void add(String first, String[] words, int at, Set<String> tags) {
    for (Expression expression : byFirstWord.getOrDefault(first, List.of())) {
      if (expression.startsAt(words, at)) {
        tags.add(expression.tag());
      }
    }
  }
}
