package id.kentongan.dialogs.mind;

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

  /// Another way to give this kind of value: `stuck.nik`.
  private static String way(Scene scene, String reason) {
    String what = reason.split("\\.", 2)[0];
    boolean alive =
        scene.turn().talk().top() instanceof Accident.Asking asking
            && !asking.draft().more().death();
    String kind = "stuck." + (alive && what.equals("day") ? "accident-day" : what);
    return scene.content().words().has(kind) ? kind : "stuck.any";
  }
}
