package id.kentongan.dialogs.ear;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The clauses of a message that each ask something: `bayarnya berapa sama dapatnya apa` asks
/// twice.
final class Clauses {
  /// Longer messages tell a story, and ask once.
  private static final int BRIEF = 240;

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
    if (text.length() > BRIEF) {
      return asking;
    }
    for (String part : between(text)) {
      var clause = new StringBuilder();
      for (String word : normaliser.folded(part).split(" ")) {
        if (normaliser.parts(word)) {
          add(asking, clause, normaliser);
          clause.setLength(0);
        } else {
          clause.append(clause.isEmpty() ? "" : " ").append(word);
        }
      }
      add(asking, clause, normaliser);
    }
    return asking;
  }

  private static void add(List<String> asking, StringBuilder clause, Normaliser normaliser) {
    String normal = normaliser.standard(clause.toString());
    if (normal.indexOf(' ') > 0 && normaliser.asks(normal)) {
      asking.add(normal);
    }
  }
}
