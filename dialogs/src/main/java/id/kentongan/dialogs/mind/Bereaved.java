package id.kentongan.dialogs.mind;

import id.kentongan.dialogs.ear.Understood;
import java.util.List;
import java.util.Set;

/// Whether somebody tells of a death while they ask something: they are met with condolence before
/// the answer.
final class Bereaved {
  private Bereaved() {}

  /// `tetangga saya meninggal, siapa yang urus ya`; not `kalau suami saya meninggal dapat berapa`.
  static boolean tells(Scene scene, Opening opening) {
    Understood words = opening.words();
    return words != null
        && Listed.any(scene, "accident.death-words", words.text())
        && !Listed.any(scene, "accident.alive-words", words.text())
        && !FollowUps.supposes(scene, words)
        && somebodysOwn(scene, words.text());
  }

  /// `suami saya`, `tetanggaku`: whose it is stands right behind.
  private static boolean somebodysOwn(Scene scene, String text) {
    Set<String> kin = scene.heard("claim.whose-words");
    Set<String> own = scene.heard("claim.relation-own");
    List<String> words = Listed.tokens(text);
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      boolean behind = i + 1 < words.size() && own.contains(words.get(i + 1));
      boolean joined = word.endsWith("ku") && kin.contains(word.substring(0, word.length() - 2));
      if (joined || (behind && kin.contains(word))) {
        return true;
      }
    }
    return false;
  }
}
