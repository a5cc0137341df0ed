package id.kentongan.dialogs.values;

import java.util.Locale;

/// By what a village's workers are counted: village staff, the village council (BPD), the village's
/// bodies with RT and RW (LKD), cadres, vulnerable workers, and all others.
public enum WorkerCategory {
  STAFF,
  BPD,
  LKD,
  CADRE,
  VULNERABLE,
  OTHER;

  /// As in the keys of words, e.g. `vulnerable`.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
