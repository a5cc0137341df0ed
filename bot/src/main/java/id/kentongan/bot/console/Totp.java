package id.kentongan.bot.console;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Codes of six digits that change every half minute. Source: RFC 6238, with HMAC-SHA1, which is
/// what authenticator programs on phones know.
final class Totp {
  private static final int SECONDS = 30;
  private static final int DIGITS = 1_000_000;
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private Totp() {}

  /// The step whose code was typed: now, the one before or the one after, since clocks differ.
  static OptionalLong step(byte[] secret, String typed, Instant now) {
    byte[] given = typed.replaceAll("[ .-]", "").getBytes(StandardCharsets.UTF_8);
    long here = now.getEpochSecond() / SECONDS;
    OptionalLong found = OptionalLong.empty();
    for (long step = here - 1; step <= here + 1; step++) {
      if (MessageDigest.isEqual(code(secret, step).getBytes(StandardCharsets.UTF_8), given)) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  static String code(byte[] secret, long step) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "HmacSHA1"));
      byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      int offset = hash[hash.length - 1] & 0xf;
      int bits = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fffffff;
      return "%06d".formatted(bits % DIGITS);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// What the phone reads from the picture.
  /// https://github.com/google/google-authenticator/wiki/Key-Uri-Format
  static String address(byte[] secret, String officer) {
    return "otpauth://totp/Kentongan:%s?secret=%s&issuer=Kentongan"
        .formatted(URLEncoder.encode(officer, StandardCharsets.UTF_8), base32(secret));
  }

  /// Source: RFC 4648; for lengths that are a multiple of five bytes.
  static String base32(byte[] bytes) {
    var text = new StringBuilder();
    int bits = 0;
    int held = 0;
    for (byte b : bytes) {
      held = (held << 8) | (b & 0xff);
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        text.append(BASE32.charAt((held >> bits) & 31));
      }
    }
    return text.toString();
  }
}
