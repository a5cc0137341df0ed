package id.kentongan.integrations;

/// What becomes of the copy that a platform has of a file which we keep.
public enum Copy {
  /// Deleted there, or not there any more.
  GONE,
  /// The platform offers no way to delete it.
  STAYS,
  /// Still to be deleted: not asked for yet, or asked in vain.
  OWED,
  /// Asked for long enough.
  REFUSED
}
