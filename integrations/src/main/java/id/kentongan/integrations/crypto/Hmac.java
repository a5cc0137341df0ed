package id.kentongan.integrations.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// HMAC-SHA256 under a key derived from the master for one purpose. Safe for any thread.
final class Hmac {
  private final SecretKeySpec key;
  // why: making and keying a Mac costs more than a short text.
  private final ThreadLocal<Mac> macs = ThreadLocal.withInitial(this::mac);

  Hmac(MasterKey master, String purpose) {
    this.key = new SecretKeySpec(master.derive(purpose), "HmacSHA256");
  }

  byte[] of(String text) {
    return macs.get().doFinal(text.getBytes(StandardCharsets.UTF_8));
  }

  private Mac mac() {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
