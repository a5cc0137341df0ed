package id.kentongan.dialogs.mind;

import id.kentongan.dialogs.mind.accident.Accident;
import id.kentongan.dialogs.mind.claim.Claim;
import id.kentongan.dialogs.mind.claim.ClaimReturn;
import id.kentongan.dialogs.mind.member.News;
import id.kentongan.dialogs.mind.member.Privacy;
import id.kentongan.dialogs.mind.member.Remind;
import id.kentongan.dialogs.mind.scene.Commands;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.mind.village.DrawingAsked;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Event.FromPerson;
import id.kentongan.dialogs.talk.Typed;
import java.util.List;

/// Typed words that stand for a tap: a command, or the number or label of a choice just shown.
final class TypedTap {
  private static final String KEY = "commands.";

  /// The keys of each command's words.
  private static final List<String> ALL =
      List.of(
          KEY + Commands.MENU, KEY + Commands.CANCEL, KEY + Commands.BACK, KEY + Commands.HUMAN);

  private TypedTap() {}

  /// Turns such words into their tap. An edited message counts as said again.
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
      return new Event.Tapped(Commands.DO + news.get());
    }
    if (Remind.stops(scene, text)) {
      return new Event.Tapped(Remind.TAP_STOP);
    }
    var asked = Privacy.asked(scene, text);
    if (asked.isPresent()) {
      return new Event.Tapped(Commands.DO + asked.get());
    }
    if (Commands.listed(scene, "claim.go-on", text)) {
      return new Event.Tapped(Commands.DO + Claim.INTENT);
    }
    if (Commands.listed(scene, "accident.go-on", text)) {
      return new Event.Tapped(Commands.DO + Accident.INTENT);
    }
    if (ClaimReturn.asksAnother(scene, text)) {
      return new Event.Tapped(ClaimReturn.ANOTHER);
    }
    for (String command : ALL) {
      if (Commands.listed(scene, command, text)) {
        return new Event.Tapped(command.substring(KEY.length()));
      }
    }
    var named =
        Typed.choice(text, scene.turn().talk().memory().choices())
            .or(() -> DrawingAsked.of(scene, text));
    return named.<FromPerson>map(choice -> new Event.Tapped(choice.id())).orElse(said);
  }
}
