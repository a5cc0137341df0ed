package id.kentongan.dialogs.mind;

import id.kentongan.dialogs.ear.Reviewing;
import id.kentongan.dialogs.talk.Typed;

/// Commands that work everywhere, and words that content lists.
final class Commands {
  static final String MENU = "menu";
  static final String CANCEL = "cancel";
  static final String BACK = "back";
  static final String HUMAN = "human";
  static final String RESUME = "resume";

  /// Choice ids that begin an intent: `do.enroll.start`.
  static final String DO = Reviewing.WISH;

  private Commands() {}

  /// Whether a text is one of the words listed under a key, separated by commas.
  static boolean listed(Scene scene, String key, String text) {
    return scene.heard(key).contains(Typed.plain(text));
  }
}
