package id.kentongan.integrations.telegram;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The secret of the webhook when none is set.
public final class WebhookSecret {
  private WebhookSecret() {}

  /// A secret that only holders of the bot token can know, so that every node and the command
  /// `telegram set-webhook` have the same one without a place to keep it.
  public static String of(String token) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] secret = mac.doFinal("kentongan webhook secret".getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(secret);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }
}
