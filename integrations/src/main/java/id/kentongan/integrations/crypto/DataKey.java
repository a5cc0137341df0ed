package id.kentongan.integrations.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// A key of one conversation or person: AES-256-GCM. Sealed bytes are `1, nonce (12), cipher text,
/// tag (16)`: 29 more than plain. The context (`person/17/nik`) must be the same when opening, so
/// that a sealed value is worth nothing in another place. Safe for any thread.
public final class DataKey {
  private static final byte FORMAT = 1;
  private static final int NONCE = 12;
  private static final int TAG = 16;
  private static final SecureRandom NONCES = new SecureRandom();
  // why: making a Cipher costs more than sealing a short text with it.
  private static final ThreadLocal<Cipher> CIPHER = ThreadLocal.withInitial(DataKey::cipher);

  private final SecretKeySpec key;
  private volatile @Nullable Wrapping wrapping;

  /// How the key is kept under a master key.
  private static final class Wrapping {
    final MasterKey master;
    final byte[] wrapped;

    Wrapping(MasterKey master, byte[] wrapped) {
      this.master = master;
      this.wrapped = wrapped;
    }
  }

  private DataKey(byte[] bytes) {
    this.key = new SecretKeySpec(bytes, "AES");
  }

  public static DataKey random(SecureRandom random) {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return new DataKey(bytes);
  }

  static DataKey of(byte[] bytes) {
    if (bytes.length != 32) {
      throw new IllegalArgumentException("a data key has 32 bytes");
    }
    return new DataKey(bytes);
  }

  /// The key that [#wrapped] wrote. Fails with [BrokenSeal] under another master key.
  public static DataKey unwrap(MasterKey master, byte[] wrapped) {
    Optional<byte[]> own = master.own(wrapped);
    if (own.isEmpty()) {
      // why: what another key wrapped is wrapped by this one when it is next written.
      return of(master.unwrap(wrapped));
    }
    DataKey key = of(own.get());
    key.wrapping = new Wrapping(master, wrapped.clone());
    return key;
  }

  /// This key under the master key, to be kept beside what it seals: 61 bytes, the same each time.
  public byte[] wrapped(MasterKey master) {
    Wrapping known = wrapping;
    if (known == null || !known.master.equals(master)) {
      known = new Wrapping(master, master.wrap(key.getEncoded()));
      wrapping = known;
    }
    return known.wrapped.clone();
  }

  public byte[] seal(byte[] plain, String context) {
    return sealBehind(0, plain, context);
  }

  /// The sealed bytes behind so many that are left free.
  public byte[] sealBehind(int free, byte[] plain, String context) {
    byte[] sealed = new byte[free + 1 + NONCE + plain.length + TAG];
    byte[] nonce = new byte[NONCE];
    NONCES.nextBytes(nonce);
    sealed[free] = FORMAT;
    System.arraycopy(nonce, 0, sealed, free + 1, NONCE);
    try {
      Cipher cipher = CIPHER.get();
      cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG * 8, nonce));
      cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
      cipher.doFinal(plain, 0, plain.length, sealed, free + 1 + NONCE);
      return sealed;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Fails with [BrokenSeal].
  public byte[] open(byte[] sealed, String context) {
    return open(sealed, context.getBytes(StandardCharsets.UTF_8));
  }

  /// Empty when this key and context did not seal it.
  Optional<byte[]> opened(byte[] sealed, String context) {
    try {
      return Optional.of(open(sealed, context));
    } catch (BrokenSeal another) {
      return Optional.empty();
    }
  }

  byte[] open(byte[] sealed, byte[] context) {
    if (sealed.length < 1 + NONCE + TAG || sealed[0] != FORMAT) {
      throw new BrokenSeal();
    }
    try {
      Cipher cipher = CIPHER.get();
      cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG * 8, sealed, 1, NONCE));
      cipher.updateAAD(context);
      return cipher.doFinal(sealed, 1 + NONCE, sealed.length - 1 - NONCE);
    } catch (AEADBadTagException e) {
      throw new BrokenSeal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Cipher cipher() {
    try {
      return Cipher.getInstance("AES/GCM/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
