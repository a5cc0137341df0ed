package id.kentongan.dialogs.ear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// The clauses of a message that each ask something: `bayarnya berapa sama dapatnya apa` asks
/// twice.
final class Clauses {
  /// Longer messages tell a story.
  private static final int BRIEF = 900;

  /// Two questions are four words at least.
  private static final int FEWEST_GAPS = 3;

  private static final int MOST = 8;
  private static final Pattern SIGNS = Pattern.compile("[,.;:!?\n]+");

  private Clauses() {}

  /// The parts between signs, as typed.
  static List<String> between(String text) {
    return List.of(SIGNS.split(text, MOST));
  }

  /// The normal forms of those that ask, at a sign or a word that stands between questions.
  static List<String> asking(String text, Normaliser normaliser) {
    var asking = new ArrayList<String>();
    if (text.length() > BRIEF || gaps(text) < FEWEST_GAPS) {
      return asking;
    }
    for (String part : between(text)) {
      addParts(asking, normaliser.folded(part).split(" "), normaliser);
    }
    return asking;
  }

  /// What does not ask belongs to the question before it: `bedanya apa sama bpjs kesehatan`.
  private static void addParts(List<String> asking, String[] words, Normaliser normaliser) {
    int from = 0;
    for (int at = 1; at < words.length; at++) {
      if (normaliser.parts(words[at])
          && asks(words, from, at, normaliser)
          && asks(words, at + 1, words.length, normaliser)) {
        asking.add(normal(words, from, at, normaliser));
        from = at + 1;
      }
    }
    if (asks(words, from, words.length, normaliser)) {
      asking.add(normal(words, from, words.length, normaliser));
    }
  }

  private static boolean asks(String[] words, int from, int to, Normaliser normaliser) {
    return to - from > 1 && normaliser.asks(normal(words, from, to, normaliser));
  }

  private static String normal(String[] words, int from, int to, Normaliser normaliser) {
    return normaliser.standard(String.join(" ", Arrays.asList(words).subList(from, to)));
  }

  private static int gaps(String text) {
    int gaps = 0;
    for (int i = 0; i < text.length(); i++) {
      gaps += Character.isLetterOrDigit(text.charAt(i)) ? 0 : 1;
    }
    return gaps;
  }
}
