package id.kentongan.dialogs.mind;

import id.kentongan.dialogs.talk.Choice;
import java.util.Map;
import java.util.Optional;

/// The picture, table or page that short words ask for (`minta excelnya`) while its button is
/// shown.
final class DrawingAsked {
  private static final int LONGEST = 5;

  /// Buttons, and the words that ask for what they draw.
  private static final Map<String, String> WORDS =
      Map.of(
          VillageCoverage.PICTURE, "village.asked-as.picture",
          VillageCoverage.SHEET, "village.asked-as.sheet",
          VillageBudget.SHEET, "village.asked-as.sheet",
          VillageBudget.PAGE, "village.asked-as.page");

  private DrawingAsked() {}

  static Optional<Choice> of(Scene scene, String text) {
    return Listed.tokens(text).size() > LONGEST
        ? Optional.empty()
        : scene.turn().talk().memory().choices().stream()
            .filter(choice -> asks(scene, choice.id(), text))
            .findFirst();
  }

  private static boolean asks(Scene scene, String button, String text) {
    return WORDS.entrySet().stream()
        .filter(drawn -> button.replaceFirst(":.*", "").equals(Wishes.DO + drawn.getKey()))
        .anyMatch(drawn -> Listed.any(scene, drawn.getValue(), text));
  }
}
