package id.kentongan.bot.fuzz;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What the fuzzed gateways and we both know, and what is signed with it.
final class Secrets {
  static final String PUBLIC_URL = "https://fuzz.kentongan.example";
  static final String TELEGRAM_TOKEN = "123456789:fuzz-token";
  static final String TELEGRAM = "fuzz-telegram-secret";
  static final String TWILIO_ACCOUNT = "AC0123456789abcdef0123456789abcdef";
  static final String TWILIO = "fuzz-twilio-auth-token";
  static final String CLOUD_NUMBER = "106540352242922";
  static final String CLOUD = "fuzz-cloud-app-secret";
  static final String CLOUD_VERIFY = "fuzz-verify";
  static final String CLOUD_ACCESS = "fuzz-cloud-access-token";
  static final String PAYMENTS = "fuzz-payments-secret-of-32-letters";

  private Secrets() {}

  /// Hexadecimal digits, as Meta and payment systems write them.
  static String sha256(String secret, byte[]... parts) {
    return HexFormat.of().formatHex(hmac("HmacSHA256", secret, parts));
  }

  /// As Twilio writes it.
  static String sha1(String secret, String text) {
    byte[] hash = hmac("HmacSHA1", secret, text.getBytes(StandardCharsets.UTF_8));
    return Base64.getEncoder().encodeToString(hash);
  }

  private static byte[] hmac(String algorithm, String secret, byte[]... parts) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
      for (byte[] part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }
}
