package id.kentongan.dialogs.mind;

import id.kentongan.dialogs.talk.Choice;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Event.FromPerson;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Words that work everywhere, and typed answers that name a choice just shown.
final class Commands {
  private static final Pattern END = Pattern.compile("[.!?]+$");

  static final String MENU = "menu";
  static final String CANCEL = "cancel";
  static final String BACK = "back";
  static final String HUMAN = "human";
  private static final List<String> ALL = List.of(MENU, CANCEL, BACK, HUMAN);

  private Commands() {}

  /// Turns words that are a command, or the number or label of a choice just shown, into the tap
  /// they stand for. An edited message counts as said again.
  static FromPerson meant(Scene scene, FromPerson event) {
    return switch (event) {
      case Event.Said said -> meant(scene, said);
      case Event.Edited edited -> meant(scene, new Event.Said(edited.understood()));
      case Event.Tapped _,
          Event.SentFile _,
          Event.SentLocation _,
          Event.SentContact _,
          Event.SentOther _ ->
          event;
    };
  }

  private static FromPerson meant(Scene scene, Event.Said said) {
    String text = plain(said.text());
    if (Remind.refused(scene, said.text())) {
      return new Event.Tapped(Remind.TAP_NONE);
    }
    if (listed(scene, "claim.go-on", text)) {
      return new Event.Tapped(Wishes.DO + "claim.jkm.start");
    }
    for (String command : ALL) {
      if (listed(scene, "commands." + command, text)) {
        return new Event.Tapped(command);
      }
    }
    List<Choice> shown = scene.turn().talk().memory().choices();
    for (int i = 0; i < shown.size(); i++) {
      if (plain(shown.get(i).label()).equals(text)
          || (text.equals(Integer.toString(i + 1)) && numbered(shown))) {
        return new Event.Tapped(shown.get(i).id());
      }
    }
    return said;
  }

  /// Whether a text is one of the words listed under a key, separated by commas.
  static boolean listed(Scene scene, String key, String text) {
    return scene.heard(key).contains(plain(text));
  }

  /// Choices are told by number unless their labels are numbers themselves (`3 bulan`).
  static boolean numbered(List<Choice> choices) {
    return choices.stream().noneMatch(c -> Character.isDigit(c.label().charAt(0)));
  }

  static String plain(String text) {
    String bare = text.strip().toLowerCase(Locale.ROOT);
    return bare.startsWith("/") ? bare.substring(1) : END.matcher(bare).replaceAll("");
  }
}
