package id.kentongan.integrations.postgres.matters;

/// What came of an officer's act on a matter.
public enum Moved {
  DONE,
  /// Signed; another officer must sign too.
  SIGNED,
  /// This officer has signed already; another must.
  SIGNED_BEFORE,
  /// There is no such matter, or it cannot go there from where it stands.
  NO
}
