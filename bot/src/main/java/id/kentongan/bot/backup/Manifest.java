package id.kentongan.bot.backup;

/// What a backup tells first: its format, when Redis was copied (before the database), and which
/// master key opens it.
///
/// @param redisCopied an instant as in ISO 8601
/// @param key the fingerprint of the master key, which is not in the backup
record Manifest(int format, String redisCopied, String key) {
  static final int FORMAT = 1;
}
