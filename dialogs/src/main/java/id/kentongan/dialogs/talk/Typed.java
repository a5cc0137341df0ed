package id.kentongan.dialogs.talk;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Typed words that stand for a button: how they are compared, and which choice they name.
public final class Typed {
  private Typed() {}

  /// In small letters, without a slash before and a full stop after.
  public static String plain(String text) {
    String bare = text.strip().toLowerCase(Locale.ROOT);
    if (bare.startsWith("/")) {
      return bare.substring(1);
    }
    int end = bare.length();
    while (end > 0 && ".!?".indexOf(bare.charAt(end - 1)) >= 0) {
      end--;
    }
    return bare.substring(0, end);
  }

  /// The choice whose label or number was typed, or the only one with these two words or more in
  /// its label: `lewat hp` of `Lewat HP orangnya`.
  public static Optional<Choice> choice(String text, List<Choice> shown) {
    String plain = plain(text);
    for (int i = 0; i < shown.size(); i++) {
      if (plain(shown.get(i).label()).equals(plain)
          || (plain.equals(Integer.toString(i + 1)) && numbered(shown))) {
        return Optional.of(shown.get(i));
      }
    }
    List<Choice> partly =
        plain.indexOf(' ') < 0
            ? List.of()
            : shown.stream().filter(c -> within(plain, plain(c.label()))).toList();
    return partly.size() == 1 ? Optional.of(partly.getFirst()) : Optional.empty();
  }

  private static boolean within(String words, String label) {
    return (' ' + label + ' ').contains(' ' + words + ' ');
  }

  /// Choices are told by number unless their labels are numbers themselves (`3 bulan`).
  private static boolean numbered(List<Choice> choices) {
    return choices.stream().noneMatch(c -> Character.isDigit(c.label().charAt(0)));
  }
}
