package id.kentongan.dialogs.mind.village;

import id.kentongan.dialogs.content.Region;
import id.kentongan.dialogs.mind.scene.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The area that a message names: `cakupan desa kedungasri kec tegaldlimo berapa`. `level` is the
/// length of its code where the kind of area is said, else 0; `name` is empty where none is said.
public record AreaWords(String name, int level) {
  private static final Map<String, Integer> LEVELS =
      Map.of("village", 13, "district", 8, "regency", 5, "province", 2);
  private static final int LONGEST = 600;
  private static final int MOST = 6;

  /// In a question: only what stands after a word for a kind of area, or after `di`, counts as its
  /// name.
  static AreaWords asked(Scene scene, String text) {
    return of(scene, text, false);
  }

  /// In an answer to our question: whatever is no idle word is the name.
  static AreaWords answered(Scene scene, String text) {
    return of(scene, text, true);
  }

  /// Whether the coverage of an area is asked in so many words: `cakupan provinsi jawa timur`.
  public static boolean meant(Scene scene, String text) {
    return Region.words(text.substring(0, Math.min(LONGEST, text.length()))).stream()
            .anyMatch(scene.heard("village.asked.coverage")::contains)
        && !asked(scene, text).name().isEmpty();
  }

  private static AreaWords of(Scene scene, String text, boolean bare) {
    var name = new ArrayList<String>();
    int level = 0;
    boolean naming = bare;
    boolean in = false;
    for (String part : text.substring(0, Math.min(LONGEST, text.length())).split("\\s+")) {
      for (String word : Region.words(part)) {
        Integer kind = kind(scene, word);
        if (kind != null) {
          level = name.isEmpty() ? kind : level;
          naming = true;
          in = false;
        } else if (scene.heard("village.area.in").contains(word)) {
          naming = true;
          in = true;
        } else if (in && scene.heard("village.area.nowhere").contains(word)) {
          naming = bare;
          in = false;
        } else if (scene.heard("village.area.idle").contains(word) || word.matches("[0-9]+")) {
          naming = bare;
        } else if (naming && name.size() < MOST) {
          name.add(word);
          in = false;
        }
      }
    }
    return new AreaWords(String.join(" ", name), level);
  }

  private static @Nullable Integer kind(Scene scene, String word) {
    for (String kind : List.of("village", "district", "regency", "province")) {
      if (scene.heard("village.area." + kind).contains(word)) {
        return LEVELS.get(kind);
      }
    }
    return null;
  }

  /// The code of the area of this kind in which a village lies.
  String around(String village) {
    return level == 0 || level > village.length() ? village : village.substring(0, level);
  }
}
