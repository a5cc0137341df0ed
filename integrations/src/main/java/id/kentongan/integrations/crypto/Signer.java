package id.kentongan.integrations.crypto;

import java.security.MessageDigest;

/// Signs short texts for one purpose, so that who has the stores but not the master key can forge
/// none.
public final class Signer {
  private final Hmac hmac;

  public Signer(MasterKey master, String purpose) {
    this.hmac = new Hmac(master, "kentongan signer " + purpose);
  }

  /// 32 bytes.
  public byte[] sign(String text) {
    return hmac.of(text);
  }

  /// In constant time.
  public boolean holds(String text, byte[] signature) {
    return MessageDigest.isEqual(hmac.of(text), signature);
  }
}
