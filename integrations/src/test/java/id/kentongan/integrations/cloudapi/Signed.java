package id.kentongan.integrations.cloudapi;

import id.kentongan.integrations.Door;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Requests as Meta makes and signs them.
public final class Signed {
  public static final CloudAccount ACCOUNT =
      new CloudAccount("106540352242922", "a-token-of-theirs", "an-app-secret", "kata-sandi");

  private Signed() {}

  static Door.Request post(byte[] body) {
    return post(body, "sha256=" + signature(body));
  }

  static Door.Request post(byte[] body, String signature) {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap().set("x-hub-signature-256", signature);
    return new Door.Request("POST", CloudDoor.PATH, headers, Buffer.buffer(body));
  }

  static Door.Request get(String query) {
    return new Door.Request(
        "GET", CloudDoor.PATH + query, MultiMap.caseInsensitiveMultiMap(), Buffer.buffer());
  }

  public static String signature(byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      byte[] secret = "an-app-secret".getBytes(StandardCharsets.UTF_8);
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
