package id.kentongan.dialogs.mind;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A message as words and signs, to find what stands behind a word that announces it (`desa
/// Kedungasri`) up to where something else begins. The lists of words are content.
final class Marked {
  private static final int LONGEST = 600;
  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{N}'’./-]|,(?=\\d))*|[,;\\n]");

  private final Scene scene;
  private final List<String> words;
  private final List<String> low;

  private Marked(Scene scene, List<String> words) {
    this.scene = scene;
    this.words = words;
    this.low = words.stream().map(Marked::low).toList();
  }

  static Marked of(Scene scene, String text) {
    String bounded = text.substring(0, Math.min(LONGEST, text.length()));
    var words = new ArrayList<String>();
    for (Matcher word = WORD.matcher(bounded); word.find(); ) {
      words.add(word.group());
    }
    return new Marked(scene, List.copyOf(words));
  }

  List<String> words() {
    return words;
  }

  /// What stands behind the first of these signs that has something behind it.
  Optional<String> behind(String signs) {
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
  String from(int start) {
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

  String low(int at) {
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

  Set<String> listed(String key) {
    return scene.heard(key);
  }
}
