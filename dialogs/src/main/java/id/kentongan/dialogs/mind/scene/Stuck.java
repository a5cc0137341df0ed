package id.kentongan.dialogs.mind.scene;

import id.kentongan.dialogs.talk.State;
import java.util.stream.Stream;

/// What to say to an answer that could not be read: first why; the second time another way too;
/// then the officer first, and the question once more.
final class Stuck {
  private Stuck() {}

  /// `before`: how many messages in a row were not understood; `why` the reason in words.
  static String words(Scene scene, String reason, int before, String why) {
    if (before == 0) {
      return why;
    }
    return before % 2 == 1
        ? why + "\n\n" + scene.words(way(scene, reason))
        : scene.words("stuck.again") + "\n\n" + why;
  }

  /// Another way to give this kind of value, the dialog's own first: `stuck.accident-day`, else
  /// `stuck.day`.
  private static String way(Scene scene, String reason) {
    String what = reason.split("\\.", 2)[0];
    State top = scene.turn().talk().top();
    return Stream.of(top == null ? what : top.dialog() + '-' + what, what)
        .map("stuck."::concat)
        .filter(scene.content().words()::has)
        .findFirst()
        .orElse("stuck.any");
  }
}
