package id.kentongan.dialogs.mind.village;

import id.kentongan.dialogs.mind.scene.Commands;
import id.kentongan.dialogs.mind.scene.Listed;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.talk.Choice;
import java.util.Map;
import java.util.Optional;

/// The picture, table or page that short words ask for (`minta excelnya`) while its button is
/// shown.
public final class DrawingAsked {
  private static final int LONGEST = 5;

  /// Buttons, and the words that ask for what they draw.
  private static final Map<String, String> WORDS =
      Map.of(
          Commands.DO + VillageCoverage.PICTURE, "village.asked-as.picture",
          Commands.DO + VillageCoverage.SHEET, "village.asked-as.sheet",
          Commands.DO + VillageBudget.SHEET, "village.asked-as.sheet",
          Commands.DO + VillageBudget.PAGE, "village.asked-as.page");

  private DrawingAsked() {}

  public static Optional<Choice> of(Scene scene, String text) {
    for (Choice choice : scene.turn().talk().memory().choices()) {
      String words = WORDS.get(drawn(choice.id()));
      if (words != null
          && Listed.tokens(text).size() <= LONGEST
          && Listed.any(scene, words, text)) {
        return Optional.of(choice);
      }
    }
    return Optional.empty();
  }

  /// A button without the place that it is for.
  private static String drawn(String button) {
    int place = button.indexOf(':');
    return place < 0 ? button : button.substring(0, place);
  }
}
