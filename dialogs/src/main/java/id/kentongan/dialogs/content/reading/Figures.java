package id.kentongan.dialogs.content.reading;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What a text must say alike in every language: its numbers and named figures, each as often as
/// the Indonesian text has it. How to address somebody is no figure.
final class Figures {
  private static final Pattern FIGURE = Pattern.compile("\\{(?!sapa})[^}]*}|\\d+(?:[.,x]\\d+)*%?");

  private Figures() {}

  static void same(Node local, String indonesian) {
    List<String> wanted = of(indonesian);
    List<String> told = of(local.text());
    if (!told.equals(wanted)) {
      local.fault(Wrong.FIGURES.of(told), Should.SAME_FIGURES.of(wanted));
    }
  }

  /// What a short form of a text says has a figure in the whole.
  static void among(Node brief, String whole) {
    List<String> known = of(whole);
    var others = of(brief.text()).stream().filter(figure -> !known.contains(figure)).toList();
    if (!others.isEmpty()) {
      brief.fault(Wrong.FIGURES.of(others), Should.SAME_FIGURES.of(known));
    }
  }

  private static List<String> of(String text) {
    return FIGURE.matcher(text).results().map(MatchResult::group).sorted().toList();
  }
}
