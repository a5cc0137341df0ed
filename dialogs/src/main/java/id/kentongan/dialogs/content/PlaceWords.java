package id.kentongan.dialogs.content;

import id.kentongan.dialogs.ear.parse.Heard;
import java.util.Set;

/// Words around the name of a place: `village` says that one follows (`desa`), `idle` nothing of
/// which.
record PlaceWords(Set<String> village, Set<String> idle) {
  static PlaceWords of(Words words) {
    return new PlaceWords(
        words.listed(Heard.PLACE_VILLAGE.key()), words.listed(Heard.PLACE_IDLE.key()));
  }

  boolean namesVillage(String word) {
    return village.contains(word);
  }

  /// Whether a word says nothing about which place is meant.
  boolean idle(String word) {
    return idle.contains(word) || village.contains(word) || PlaceText.house(word);
  }
}
