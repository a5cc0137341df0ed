package id.kentongan.integrations.crypto;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/// The one key that wraps all others: 256 bits, 64 hexadecimal digits in a file that backups leave
/// out. Never used itself: a key for each purpose is derived from it (HKDF-SHA256, RFC 5869).
public final class MasterKey {
  private static final int BYTES = 32;
  private final byte[] key;
  private final DataKey wrapping;

  private MasterKey(byte[] key) {
    this.key = key;
    this.wrapping = DataKey.of(derive("kentongan wrap"));
  }

  public static MasterKey of(byte[] key) {
    if (key.length != BYTES) {
      throw new IllegalArgumentException("a master key has " + BYTES + " bytes");
    }
    return new MasterKey(key.clone());
  }

  /// Reads the key file. Fails with [KeyRefused] when it is missing, unreadable or not a key.
  public static MasterKey load(Path file) {
    if (!Files.exists(file)) {
      throw new KeyRefused(
          "privacy.key-file: there is no key at " + file + "; give the stores' key");
    }
    try {
      return of(HexFormat.of().parseHex(Files.readString(file).strip()));
    } catch (IOException e) {
      throw new KeyRefused("privacy.key-file: cannot read " + file + ": " + e.getMessage());
    } catch (IllegalArgumentException e) {
      throw new KeyRefused("privacy.key-file: " + file + " must hold 64 hexadecimal digits");
    }
  }

  /// Reads the key file, or makes one where there is none: only right for empty embedded stores.
  public static MasterKey loadOrCreate(Path file, SecureRandom random) {
    return Files.exists(file) ? load(file) : create(file, random);
  }

  private static MasterKey create(Path file, SecureRandom random) {
    byte[] key = new byte[BYTES];
    random.nextBytes(key);
    var own = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (var channel = Files.newByteChannel(file, options, own);
        var out = java.nio.channels.Channels.newOutputStream(channel)) {
      out.write((HexFormat.of().formatHex(key) + "\n").getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new KeyRefused("privacy.key-file: cannot write " + file + ": " + e.getMessage());
    }
    return of(key);
  }

  /// Names the key without telling it: 16 hexadecimal digits, kept by every store.
  public String fingerprint() {
    return HexFormat.of().formatHex(derive("kentongan fingerprint"), 0, 8);
  }

  /// Refuses with [KeyRefused] when a store was written under another key.
  public void mustMatch(String storesFingerprint) {
    if (!fingerprint().equals(storesFingerprint)) {
      throw new KeyRefused(
          "privacy.key-file: this key (%s) is not the one the stores were written with (%s)"
              .formatted(fingerprint(), storesFingerprint));
    }
  }

  public byte[] wrap(byte[] secret) {
    return wrapping.seal(secret, "key");
  }

  /// Fails with [BrokenSeal] when it was wrapped by another key or changed.
  public byte[] unwrap(byte[] wrapped) {
    return wrapping.open(wrapped, "key");
  }

  byte[] derive(String purpose) {
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
