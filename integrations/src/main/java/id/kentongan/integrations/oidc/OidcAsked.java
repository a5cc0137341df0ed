package id.kentongan.integrations.oidc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/// What a browser took along to the provider and must bring back: each 256 random bits, known to
/// that browser alone.
public record OidcAsked(String state, String nonce, String verifier) {
  private static final String PART = "[A-Za-z0-9_-]{43}";
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  public static OidcAsked fresh(SecureRandom random) {
    return new OidcAsked(part(random), part(random), part(random));
  }

  private static String part(SecureRandom random) {
    byte[] bits = new byte[32];
    random.nextBytes(bits);
    return BASE64.encodeToString(bits);
  }

  /// As it is kept in the browser.
  public String text() {
    return state + '.' + nonce + '.' + verifier;
  }

  public static Optional<OidcAsked> read(String text) {
    if (!text.matches(PART + "\\." + PART + "\\." + PART)) {
      return Optional.empty();
    }
    String[] parts = text.split("\\.");
    return Optional.of(new OidcAsked(parts[0], parts[1], parts[2]));
  }

  /// Whether the provider brought back what was asked, in constant time.
  public boolean is(String told) {
    return MessageDigest.isEqual(
        state.getBytes(StandardCharsets.UTF_8), told.getBytes(StandardCharsets.UTF_8));
  }

  /// RFC 7636, `S256`.
  String challenge() {
    try {
      byte[] bytes = verifier.getBytes(StandardCharsets.US_ASCII);
      return BASE64.encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return "OidcAsked[••]";
  }
}
