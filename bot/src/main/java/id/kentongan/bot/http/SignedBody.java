package id.kentongan.bot.http;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Judges whether a body was signed by who holds the secret, a short while ago: the signature is
/// the HMAC-SHA256 in hexadecimal over the time in seconds, a dot, and the body.
final class SignedBody {
  /// How far the signer's clock may be from ours, and for how long a request may be repeated.
  private static final Duration WINDOW = Duration.ofMinutes(5);

  private final byte[] secret;
  private final InstantSource clock;

  SignedBody(String secret, InstantSource clock) {
    this.secret = secret.getBytes(StandardCharsets.UTF_8);
    this.clock = clock;
  }

  boolean holds(@Nullable String seconds, @Nullable String signature, Buffer body) {
    if (seconds == null || signature == null || !seconds.matches("[0-9]{1,12}")) {
      return false;
    }
    Instant at = Instant.ofEpochSecond(Long.parseLong(seconds));
    boolean fresh = Duration.between(at, clock.instant()).abs().compareTo(WINDOW) <= 0;
    byte[] right =
        HexFormat.of().formatHex(sign(seconds, body)).getBytes(StandardCharsets.US_ASCII);
    return MessageDigest.isEqual(right, signature.getBytes(StandardCharsets.US_ASCII)) && fresh;
  }

  private byte[] sign(String seconds, Buffer body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      mac.update((seconds + ".").getBytes(StandardCharsets.US_ASCII));
      return mac.doFinal(body.getBytes());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
