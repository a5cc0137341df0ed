package id.kentongan.dialogs.content;

import java.util.Comparator;
import java.util.List;

/// How well a village fits: how well it explains the other words, how many it does not, whether a
/// word like `desa` stands before its name, and how long the name is.
record VillageMatch(Village village, int fit, int strange, boolean marked, int length)
    implements Comparable<VillageMatch> {
  /// Words that may stay unexplained beside a name that is marked or explained otherwise.
  static final int STRANGE = 2;

  static VillageMatch of(Village village, List<String> words, int from, int to, PlaceWords known) {
    int fit = 0;
    int strange = 0;
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if ((i >= from && i < to) || known.idle(word)) {
        continue;
      }
      int explained = village.fit(word);
      fit += explained;
      strange += explained == 0 ? 1 : 0;
    }
    boolean marked = from > 0 && known.namesVillage(words.get(from - 1));
    return new VillageMatch(village, fit, strange, marked, village.key().length());
  }

  boolean plausible() {
    return strange == 0 || ((marked || fit > 0) && strange <= STRANGE);
  }

  @Override
  public int compareTo(VillageMatch other) {
    return Comparator.comparingInt((VillageMatch m) -> -m.strange)
        .thenComparing(VillageMatch::marked)
        .thenComparingInt(VillageMatch::fit)
        .thenComparingInt(VillageMatch::length)
        .compare(this, other);
  }
}
