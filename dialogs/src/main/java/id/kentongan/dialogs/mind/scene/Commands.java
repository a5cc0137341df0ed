package id.kentongan.dialogs.mind.scene;

import id.kentongan.dialogs.ear.Reviewing;
import id.kentongan.dialogs.talk.Typed;

/// Commands that work everywhere, and words that content lists.
public final class Commands {
  public static final String MENU = "menu";
  public static final String CANCEL = "cancel";
  public static final String BACK = "back";
  public static final String HUMAN = "human";
  public static final String RESUME = "resume";

  /// Choice ids that begin an intent: `do.enroll.start`.
  public static final String DO = Reviewing.WISH;

  private Commands() {}

  /// Whether a text is one of the words listed under a key, separated by commas.
  public static boolean listed(Scene scene, String key, String text) {
    return scene.heard(key).contains(Typed.plain(text));
  }
}
