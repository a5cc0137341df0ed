package id.kentongan.dialogs.mind;

import java.util.Set;

/// What is known and to be kept apart where several people share one phone (S2).
final class Sharing {
  /// The fact that this conversation belongs to more than one person.
  static final String SEVERAL = "several";

  /// What is one person's alone.
  private static final Set<String> PERSONAL =
      Set.of(
          Status.MEMBERSHIP,
          Status.CONTRIBUTION,
          Status.ENROLLMENT,
          Status.CLAIM,
          "card.get",
          Privacy.READ,
          Privacy.ERASE,
          Card.INTENT);

  private Sharing() {}

  /// Whether a wish must not be answered before it is clear whose it is.
  static boolean guards(Scene scene, String intent) {
    return several(scene) && PERSONAL.contains(intent);
  }

  static boolean several(Scene scene) {
    return scene.fact(SEVERAL) != null;
  }

  /// Whether words say that it is for somebody else than before.
  static boolean asked(Scene scene, String text) {
    return Commands.listed(scene, "profile.switch-words", text);
  }

  /// Whether with this person the phone is shared; noted from then on.
  static boolean joins(Scene scene, String person) {
    String before = scene.turn().talk().person();
    if (before != null && !before.equals(person)) {
      scene.remember(SEVERAL, "yes");
    }
    return several(scene);
  }

  /// What one person came for is done: the next one is asked again for whom it is.
  static void close(Scene scene) {
    if (several(scene)) {
      scene.bind(null);
    }
  }
}
