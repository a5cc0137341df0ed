package id.kentongan.dialogs.talk;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Typed words that stand for a button: how they are compared, and which choice they name.
public final class Typed {
  private static final Pattern END = Pattern.compile("[.!?]+$");

  private Typed() {}

  /// In small letters, without a slash before and a full stop after.
  public static String plain(String text) {
    String bare = text.strip().toLowerCase(Locale.ROOT);
    return bare.startsWith("/") ? bare.substring(1) : END.matcher(bare).replaceAll("");
  }

  /// The choice whose label or number was typed.
  public static Optional<Choice> choice(String text, List<Choice> shown) {
    String plain = plain(text);
    for (int i = 0; i < shown.size(); i++) {
      if (plain(shown.get(i).label()).equals(plain)
          || (plain.equals(Integer.toString(i + 1)) && numbered(shown))) {
        return Optional.of(shown.get(i));
      }
    }
    return Optional.empty();
  }

  /// Choices are told by number unless their labels are numbers themselves (`3 bulan`).
  private static boolean numbered(List<Choice> choices) {
    return choices.stream().noneMatch(c -> Character.isDigit(c.label().charAt(0)));
  }
}
