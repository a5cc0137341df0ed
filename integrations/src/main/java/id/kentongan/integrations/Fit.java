package id.kentongan.integrations;

import id.kentongan.dialogs.talk.Bubble;
import id.kentongan.dialogs.talk.Choice;
import java.util.ArrayList;
import java.util.List;

/// Makes a bubble fit a channel: choices that are too many or too long become a numbered menu in
/// the text, a long text becomes several messages, the choices under the last; a file goes before
/// the text that is no caption for it. Pure.
public final class Fit {
  private Fit() {}

  /// At least one part; a part after the first has only text and choices.
  public static List<Bubble> parts(Bubble bubble, Limits limits) {
    Bubble.Attachment file = bubble.attachment();
    if (file == null) {
      return texts(bubble, limits);
    }
    if (captions(bubble, file, limits)) {
      return List.of(bubble);
    }
    var parts = new ArrayList<>(List.of(new Bubble("", List.of(), file)));
    parts.addAll(texts(new Bubble(bubble.text(), bubble.choices(), null, bubble.code()), limits));
    return parts;
  }

  /// The text of a bubble with its choices as a numbered menu under it.
  public static String numbered(Bubble bubble) {
    return bubble.choices().isEmpty() ? bubble.text() : bubble.text() + menu(bubble.choices());
  }

  /// why: under a file the choices may have to be a menu in the caption.
  private static boolean captions(Bubble bubble, Bubble.Attachment file, Limits limits) {
    var most = limits.captions();
    String menu = bubble.choices().isEmpty() ? "" : menu(bubble.choices());
    return shown(bubble.choices(), limits)
        && bubble.text().length() + menu.length()
            <= (file.type().startsWith("image/") ? most.photo() : most.document());
  }

  private static List<Bubble> texts(Bubble bubble, Limits limits) {
    boolean shown = shown(bubble.choices(), limits);
    List<Choice> choices = shown ? bubble.choices() : List.of();
    String text = shown ? bubble.text() : bubble.text() + menu(bubble.choices());
    int last = choices.isEmpty() ? limits.text() : limits.textWithChoices();
    List<String> texts = split(text, limits.text(), last);
    var parts = new ArrayList<Bubble>();
    for (int i = 0; i < texts.size(); i++) {
      List<Choice> under = i == texts.size() - 1 ? choices : List.of();
      parts.add(new Bubble(texts.get(i), under, null, i == 0 ? bubble.code() : null));
    }
    return parts;
  }

  /// Whether the choices can be shown as buttons or rows.
  private static boolean shown(List<Choice> choices, Limits limits) {
    return all(choices, limits.buttons(), limits.buttonLabel())
        || all(choices, limits.rows(), limits.rowLabel());
  }

  private static boolean all(List<Choice> choices, int most, int label) {
    return choices.size() <= most && choices.stream().allMatch(c -> c.label().length() <= label);
  }

  private static String menu(List<Choice> choices) {
    var menu = new StringBuilder("\n");
    for (int i = 0; i < choices.size(); i++) {
      menu.append('\n').append(i + 1).append(". ").append(choices.get(i).label());
    }
    return menu.toString();
  }

  /// Pieces of at most `most` UTF-16 units, the last of at most `last`, cut where words end if
  /// there is such a place. Together they are the text; what is only white space is left out.
  static List<String> split(String text, int most, int last) {
    var pieces = new ArrayList<String>();
    String rest = text.stripTrailing();
    while (rest.length() > last) {
      int cut = cut(rest, Math.min(most, rest.length() - 1));
      pieces.add(rest.substring(0, cut));
      rest = rest.substring(cut);
    }
    pieces.add(rest);
    if (pieces.size() > 1) {
      pieces.removeIf(String::isBlank);
    }
    return pieces;
  }

  private static int cut(String text, int most) {
    for (int i = most; i > most / 2; i--) {
      if (text.charAt(i - 1) == '\n') {
        return i;
      }
    }
    for (int i = most; i > 0; i--) {
      if (Character.isWhitespace(text.charAt(i - 1))) {
        return i;
      }
    }
    return most > 1 && Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
  }
}
