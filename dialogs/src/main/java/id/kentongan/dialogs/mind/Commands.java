package id.kentongan.dialogs.mind;

import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Event.FromPerson;
import id.kentongan.dialogs.talk.Typed;
import java.util.List;

/// Words that work everywhere, and typed answers that name a choice just shown.
final class Commands {
  static final String MENU = "menu";
  static final String CANCEL = "cancel";
  static final String BACK = "back";
  static final String HUMAN = "human";
  private static final String KEY = "commands.";

  /// The keys of each command's words.
  private static final List<String> ALL =
      List.of(KEY + MENU, KEY + CANCEL, KEY + BACK, KEY + HUMAN);

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
    String text = Typed.plain(said.text());
    if (Remind.refused(scene, said.text())) {
      return new Event.Tapped(Remind.TAP_NONE);
    }
    var news = News.asked(scene, text);
    if (news.isPresent()) {
      return new Event.Tapped(Wishes.DO + news.get());
    }
    if (Remind.stops(scene, text)) {
      return new Event.Tapped(Remind.TAP_STOP);
    }
    var asked = Privacy.asked(scene, text);
    if (asked.isPresent()) {
      return new Event.Tapped(Wishes.DO + asked.get());
    }
    if (listed(scene, "claim.go-on", text)) {
      return new Event.Tapped(Wishes.DO + Claim.INTENT);
    }
    if (listed(scene, "accident.go-on", text)) {
      return new Event.Tapped(Wishes.DO + Accident.INTENT);
    }
    if (ClaimReturn.asksAnother(scene, text)) {
      return new Event.Tapped(ClaimReturn.ANOTHER);
    }
    for (String command : ALL) {
      if (listed(scene, command, text)) {
        return new Event.Tapped(command.substring(KEY.length()));
      }
    }
    var named =
        Typed.choice(text, scene.turn().talk().memory().choices())
            .or(() -> DrawingAsked.of(scene, text));
    return named.<FromPerson>map(choice -> new Event.Tapped(choice.id())).orElse(said);
  }

  /// Whether a text is one of the words listed under a key, separated by commas.
  static boolean listed(Scene scene, String key, String text) {
    return scene.heard(key).contains(Typed.plain(text));
  }
}
