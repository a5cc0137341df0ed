package id.kentongan.dialogs.ear.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Parts examples into folds in which each outcome has its share; the same examples in any order
/// are parted the same way.
public final class Folds {
  private Folds() {}

  public static List<Example> only(List<Example> examples, int fold, int folds) {
    return part(examples, fold, folds, true);
  }

  public static List<Example> without(List<Example> examples, int fold, int folds) {
    return part(examples, fold, folds, false);
  }

  private static List<Example> part(List<Example> examples, int fold, int folds, boolean inside) {
    Map<String, Integer> counts = new HashMap<>();
    List<Example> part = new ArrayList<>();
    for (Example example : examples.stream().distinct().sorted(Folds::scattered).toList()) {
      int at = counts.merge(example.outcome(), 1, Integer::sum) % folds;
      if ((at == fold) == inside) {
        part.add(example);
      }
    }
    return part;
  }

  /// By a hash of the text: neighbours in the alphabet, which are alike, fall into different folds
  /// or the same by chance only.
  private static int scattered(Example one, Example other) {
    int byHash = Integer.compare(hash(one), hash(other));
    return byHash != 0 ? byHash : one.compareTo(other);
  }

  private static int hash(Example example) {
    return HashedFeatures.hash(FeatureKind.WORD, example.normal());
  }
}
