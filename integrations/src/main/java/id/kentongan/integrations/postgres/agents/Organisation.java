package id.kentongan.integrations.postgres.agents;

import org.jspecify.annotations.Nullable;

/// What agents belong to, by its name; which kind it is and the number of its agreement with the
/// branch, where they were told.
public record Organisation(String name, @Nullable Kind kind, @Nullable String agreement) {
  /// The kinds that BPJS Ketenagakerjaan works with: an office of Perisai agents, the enterprise of
  /// a village or of several, a cooperative.
  public enum Kind {
    WADAH,
    BUMDES,
    BUMDESMA,
    KOPERASI
  }

  /// Of which nothing else is known.
  public static Organisation named(String name) {
    return new Organisation(name, null, null);
  }
}
