package id.kentongan.integrations.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// HMAC-SHA256 under a key derived from the master for one purpose.
final class Hmac {
  private final SecretKeySpec key;

  Hmac(MasterKey master, String purpose) {
    this.key = new SecretKeySpec(master.derive(purpose), "HmacSHA256");
  }

  byte[] of(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
