package id.kentongan.dialogs.mind.heard;

import id.kentongan.dialogs.ear.Understood;
import id.kentongan.dialogs.mind.answer.Contribution;
import id.kentongan.dialogs.mind.scene.Learnt;
import id.kentongan.dialogs.mind.scene.Listed;
import id.kentongan.dialogs.mind.scene.Scene;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The work of a relative that is asked about for a while (`kalau suami saya nelayan?`): what the
/// person told of their own is kept beside it, and is what they enrol with.
public final class KinsWork {
  private static final String OWN = "own.";

  private static final List<String> KEYS =
      List.of(Contribution.OCCUPATION, Contribution.SECTOR, Contribution.MONTHLY);

  private KinsWork() {}

  /// From here on a relative's work is told.
  public static void begin(Map<String, String> facts) {
    for (String key : KEYS) {
      facts.putIfAbsent(OWN + key, facts.getOrDefault(key, ""));
      facts.remove(key);
    }
  }

  /// Whether a relative's work stands beside one's own.
  public static boolean begun(Map<String, String> facts) {
    return facts.containsKey(OWN + Contribution.OCCUPATION);
  }

  public static void begin(Scene scene) {
    Learnt learnt = scene.learnt();
    var facts = new HashMap<>(learnt.facts());
    begin(facts);
    scene.learn(new Learnt(learnt.doubts(), learnt.subject(), facts));
  }

  /// From here on it is their own again.
  public static void end(Map<String, String> facts) {
    for (String key : KEYS) {
      String own = facts.remove(OWN + key);
      if (own != null && own.isEmpty()) {
        facts.remove(key);
      } else if (own != null) {
        facts.put(key, own);
      }
    }
  }

  /// What the person told of their own.
  public static @Nullable String own(Map<String, String> facts, String key) {
    String own = facts.getOrDefault(OWN + key, facts.get(key));
    return own == null || own.isEmpty() ? null : own;
  }

  public static void forget(Scene scene) {
    KEYS.forEach(key -> scene.forget(OWN + key));
  }

  /// Whether words come back to the person after a relative was asked about: `kalau saya sendiri?`
  public static boolean over(Scene scene, Understood words) {
    return scene.learnt().facts().containsKey(OWN + Contribution.OCCUPATION)
        && Listed.any(scene, "follow.self-words", words.text());
  }
}
