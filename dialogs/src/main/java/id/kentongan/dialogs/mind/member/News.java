package id.kentongan.dialogs.mind.member;

import id.kentongan.dialogs.mind.scene.Commands;
import id.kentongan.dialogs.mind.scene.Frames;
import id.kentongan.dialogs.mind.scene.Move;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.talk.Announced;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.Notice;
import id.kentongan.dialogs.talk.State;
import java.util.Optional;

/// What many are told at once (O6): only who asked for it gets it, and one word ends it.
public final class News {
  static final String ON = "news.on";
  static final String OFF = "news.off";
  private static final String WISH = "news";
  private static final String TAP_OFF = Commands.DO + OFF;

  private News() {}

  /// The wish that words stand for: those listed, and under news whatever ends reminders.
  public static Optional<String> asked(Scene scene, String text) {
    if (scene.turn().talk().memory().showed(TAP_OFF)
        && Commands.listed(scene, "reminder.off-words", text)) {
      return Optional.of(OFF);
    }
    if (Commands.listed(scene, ON + "-words", text)) {
      return Optional.of(ON);
    }
    return Commands.listed(scene, OFF + "-words", text) ? Optional.of(OFF) : Optional.empty();
  }

  /// The button that asks for news, or the menu's for who has.
  public static String offered(Scene scene) {
    return ON.equals(scene.fact(WISH)) ? Commands.MENU : Commands.DO + ON;
  }

  static Move set(Scene scene, boolean wanted) {
    scene.tell(new Effect.SetNews(wanted, scene.content().rules().consent().version()));
    scene.remember(WISH, wanted ? ON : OFF);
    scene.say(wanted ? "news.on" : "news.off");
    return Move.OVER;
  }

  /// Passes it on as it stands, with the button that ends such news where nothing else is asked.
  /// While an officer has the conversation it is not sent.
  public static void tell(Scene scene, Frames frames, Notice.Announcement told) {
    State top = frames.top();
    if (top != null && HandOver.silent(top)) {
      var held = Announced.HELD;
      scene.tell(new Effect.NoteAnnouncement(told.broadcast(), held, "with an officer"));
    } else {
      scene.announce(told, top == null ? scene.choices(TAP_OFF) : scene.choices());
    }
  }
}
