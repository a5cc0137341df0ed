package id.kentongan.dialogs.mind;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A message as words and signs, to find what stands behind a word that announces it (`desa
/// Kedungasri`) up to where something else begins. The lists of words are content.
final class Marked {
  private static final int LONGEST = 600;
  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{N}'’./-]|,(?=\\d))*|[,;\\n]");

  private final Scene scene;
  private final List<String> words;

  private Marked(Scene scene, List<String> words) {
    this.scene = scene;
    this.words = words;
  }

  static Marked of(Scene scene, String text) {
    String bounded = text.substring(0, Math.min(LONGEST, text.length()));
    return new Marked(scene, WORD.matcher(bounded).results().map(r -> r.group()).toList());
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
    return words.get(at).toLowerCase(Locale.ROOT).replaceAll("[.'’-]+$", "");
  }

  private boolean letters(int at) {
    return Character.isLetter(words.get(at).charAt(0));
  }

  Set<String> listed(String key) {
    return scene.heard(key);
  }
}
