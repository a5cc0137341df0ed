package id.kentongan.dialogs.mind.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A message as words and signs, to find what stands behind a word that announces it (`desa
/// Kedungasri`) up to where something else begins. The lists of words are content.
public final class Marked {
  private static final int LONGEST = 600;

  private final Scene scene;
  private final List<String> words;
  private final List<String> low;

  private Marked(Scene scene, List<String> words) {
    this.scene = scene;
    this.words = words;
    this.low = new ArrayList<>(words.size());
    words.forEach(word -> low.add(low(word)));
  }

  public static Marked of(Scene scene, String text) {
    String bounded = text.substring(0, Math.min(LONGEST, text.length()));
    var words = new ArrayList<String>();
    for (int at = 0, end; at < bounded.length(); at = Math.max(end, at + 1)) {
      end = end(bounded, at);
      if (end > at) {
        words.add(bounded.substring(at, end));
      }
    }
    return new Marked(scene, List.copyOf(words));
  }

  /// Where the word or the sign ends that begins here; here when none does.
  private static int end(String text, int at) {
    int end = at + Character.charCount(text.codePointAt(at));
    if (!Listed.ofWord(text.codePointAt(at))) {
      return ",;\n".indexOf(text.charAt(at)) < 0 ? at : end;
    }
    while (end < text.length() && within(text, end)) {
      end += Character.charCount(text.codePointAt(end));
    }
    return end;
  }

  /// Whether a word goes on with this sign; a comma is of a number (`1,5`).
  private static boolean within(String text, int at) {
    int sign = text.codePointAt(at);
    boolean digit = at + 1 < text.length() && "0123456789".indexOf(text.charAt(at + 1)) >= 0;
    return Listed.ofWord(sign) || "'’./-".indexOf(sign) >= 0 || (sign == ',' && digit);
  }

  public List<String> words() {
    return words;
  }

  /// What stands behind the first of these signs that has something behind it.
  public Optional<String> behind(String signs) {
    Set<String> known = listed(signs);
    for (int i = 0; i < words.size(); i++) {
      if (known.contains(low(i))) {
        String value = from(i + 1);
        if (!value.isEmpty()) {
          return Optional.of(value);
        }
      }
    }
    return Optional.empty();
  }

  /// From a word on to the next that begins something else; words that only lead on are left out.
  public String from(int start) {
    Set<String> ends = listed("facts.ends");
    Set<String> leads = listed("facts.leads");
    int first = start;
    while (first < words.size() && leads.contains(low(first))) {
      first++;
    }
    var value = new ArrayList<String>();
    for (int i = first; i < words.size() && !ends.contains(low(i)) && letters(i); i++) {
      value.add(words.get(i));
    }
    return String.join(" ", value);
  }

  public String low(int at) {
    return low.get(at);
  }

  /// In lower case, without the signs at its end.
  private static String low(String word) {
    int end = word.length();
    while (end > 0 && ".'’-".indexOf(word.charAt(end - 1)) >= 0) {
      end--;
    }
    return word.substring(0, end).toLowerCase(Locale.ROOT);
  }

  private boolean letters(int at) {
    return Character.isLetter(words.get(at).charAt(0));
  }

  public Set<String> listed(String key) {
    return scene.heard(key);
  }
}
