package id.kentongan.dialogs.values;

import java.util.EnumSet;
import java.util.Set;

/// The programmes open to a BPU worker: work accident, death, old-age savings.
public enum Programme {
  JKK,
  JKM,
  JHT;

  /// The least that can be chosen.
  public static Set<Programme> basic() {
    return EnumSet.of(JKK, JKM);
  }

  public static Set<Programme> all() {
    return EnumSet.allOf(Programme.class);
  }
}
