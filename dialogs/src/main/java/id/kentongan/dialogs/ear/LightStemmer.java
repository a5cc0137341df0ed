package id.kentongan.dialogs.ear;

/// Takes the commonest Indonesian endings and prefixes off a word, one of each kind, and folds the
/// unstable spellings of local languages (`dh`, `th`, doubled letters, a final `h`). Stateless, so
/// many threads share it; it need not find the true root, only the same one each time.
public final class LightStemmer {
  private static final String[] PARTICLES = {
    "lah", "kah", "nipun", "ipun", "pun", "nya", "nyo", "ku", "mu"
  };
  private static final String[] ENDINGS = {"kan", "an", "i"};
  private static final String[] PREFIXES = {
    "meng", "meny", "mem", "men", "peng", "peny", "pem", "pen", "ber", "ter", "per", "di", "ke",
    "se", "me", "pe", "ng", "ny", "be"
  };
  private static final int SHORTEST = 5;

  private LightStemmer() {}

  public static String stem(String word) {
    if (word.length() < SHORTEST) {
      return fold(word);
    }
    return fold(withoutPrefix(without(without(word, PARTICLES), ENDINGS)));
  }

  private static String without(String word, String[] endings) {
    for (String ending : endings) {
      if (word.endsWith(ending) && word.length() - ending.length() >= SHORTEST - 1) {
        return word.substring(0, word.length() - ending.length());
      }
    }
    return word;
  }

  private static String withoutPrefix(String word) {
    for (String prefix : PREFIXES) {
      if (word.startsWith(prefix) && word.length() - prefix.length() >= SHORTEST - 2) {
        String rest = word.substring(prefix.length());
        return prefix.endsWith("ny") && prefix.length() == 4 ? "s" + rest : rest;
      }
    }
    return word;
  }

  /// `dhuwit` and `duwit`, `bayarr` and `bayar` meet.
  private static String fold(String word) {
    var folded = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      boolean doubled = i > 0 && word.charAt(i - 1) == c && Character.isLetter(c);
      boolean breathed = c == 'h' && i > 0 && "dtbgj".indexOf(word.charAt(i - 1)) >= 0;
      if (!doubled && !breathed) {
        folded.append(c);
      }
    }
    boolean finalH = folded.length() > 3 && folded.charAt(folded.length() - 1) == 'h';
    return finalH ? folded.substring(0, folded.length() - 1) : folded.toString();
  }
}
