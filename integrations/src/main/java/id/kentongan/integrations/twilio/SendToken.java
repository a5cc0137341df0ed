package id.kentongan.integrations.twilio;

import id.kentongan.dialogs.talk.EffectId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Names a send in the address of its reports: the same for the same effect on every node, and,
/// unlike the effect's id, without a phone number in it.
final class SendToken {
  private static final int BYTES = 16;

  private SendToken() {}

  static String of(EffectId id, TwilioAccount account) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      byte[] key = account.authToken().getBytes(StandardCharsets.UTF_8);
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      byte[] hash = mac.doFinal(("kentongan send " + id.text()).getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }
}
