package id.kentongan.integrations.crypto;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/// The one key that wraps all others: 256 bits, 64 hexadecimal digits in a file that backups leave
/// out. Never used itself: a key for each purpose is derived from it (HKDF-SHA256, RFC 5869).
public final class MasterKey {
  private static final int BYTES = 32;
  private static final String WRAP = "kentongan wrap";
  private static final String CONTEXT = "key";

  private final byte[] key;
  private final byte[] root;
  private final DataKey wrapping;
  private final List<byte[]> also;

  /// `root`: what all but wrapping is derived from. `also`: keys whose wrappings open too.
  MasterKey(byte[] key, byte[] root, List<byte[]> also) {
    this.key = key;
    this.root = root;
    this.also = also;
    this.wrapping = DataKey.of(derive(key, WRAP));
  }

  public static MasterKey of(byte[] key) {
    if (key.length != BYTES) {
      throw new IllegalArgumentException("a master key has " + BYTES + " bytes");
    }
    return new MasterKey(key.clone(), key.clone(), List.of());
  }

  /// Reads the key file. Fails with [KeyRefused] when it is missing, unreadable or not a key.
  public static MasterKey load(Path file) {
    return KeyFile.read(file).master();
  }

  /// Reads the key file, or makes one where there is none: only right for empty embedded stores.
  public static MasterKey loadOrCreate(Path file, SecureRandom random) {
    if (!Files.exists(file)) {
      KeyFile.fresh(random).write(file);
    }
    return load(file);
  }

  /// Names the key without telling it: 16 hexadecimal digits, kept by every store.
  public String fingerprint() {
    return fingerprint(key);
  }

  private static String fingerprint(byte[] key) {
    return HexFormat.of().formatHex(derive(key, "kentongan fingerprint"), 0, 8);
  }

  /// Refuses with [KeyRefused] when a store was written under another key.
  public void mustMatch(String storesFingerprint) {
    boolean one = also.stream().map(MasterKey::fingerprint).anyMatch(storesFingerprint::equals);
    if (!one && !fingerprint().equals(storesFingerprint)) {
      throw new KeyRefused(
          "privacy.key-file: this key (%s) is not the one the stores were written with (%s)"
              .formatted(fingerprint(), storesFingerprint));
    }
  }

  public byte[] wrap(byte[] secret) {
    return wrapping.seal(secret, CONTEXT);
  }

  /// Fails with [BrokenSeal] when it was wrapped by another key or changed.
  public byte[] unwrap(byte[] wrapped) {
    return own(wrapped)
        .or(
            () ->
                also.stream()
                    .map(old -> DataKey.of(derive(old, WRAP)))
                    .flatMap(old -> old.opened(wrapped, CONTEXT).stream())
                    .findFirst())
        .orElseThrow(BrokenSeal::new);
  }

  /// Empty when it was wrapped by another key.
  Optional<byte[]> own(byte[] wrapped) {
    return wrapping.opened(wrapped, CONTEXT);
  }

  /// What was wrapped by another key that opens here, wrapped by this one; empty when it is
  /// already. Fails with [BrokenSeal] when no key opens it.
  public Optional<byte[]> rewrap(byte[] wrapped) {
    return own(wrapped).isPresent() ? Optional.empty() : Optional.of(wrap(unwrap(wrapped)));
  }

  byte[] derive(String purpose) {
    return derive(root, purpose);
  }

  private static byte[] derive(byte[] key, String purpose) {
    try {
      var spec =
          HKDFParameterSpec.ofExtract()
              .addIKM(key)
              .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), BYTES);
      return KDF.getInstance("HKDF-SHA256").deriveData(spec);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return "MasterKey[" + fingerprint() + "]";
  }
}
