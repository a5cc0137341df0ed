package id.kentongan.bot.bench;

import io.vertx.core.buffer.Buffer;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Requests as Twilio posts and signs them.
///
/// Source: https://www.twilio.com/docs/usage/security#validating-requests
public final class TwilioForms {
  public static final String ACCOUNT = "AC0123456789abcdef0123456789abcdef";
  public static final String AUTH_TOKEN = "chaos-auth-token";

  private final String publicUrl;

  public TwilioForms(String publicUrl) {
    this.publicUrl = publicUrl;
  }

  public Posted posted(String uri, SortedMap<String, String> form) {
    String body =
        form.entrySet().stream()
            .map(field -> encoded(field.getKey()) + '=' + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    var headers =
        Map.of(
            "Content-Type",
            "application/x-www-form-urlencoded",
            "X-Twilio-Signature",
            signature(uri, form));
    return new Posted(uri, headers, Buffer.buffer(body));
  }

  /// The fields of a form.
  public static Map<String, String> read(Buffer body) {
    var fields = new HashMap<String, String>();
    for (String pair : body.toString().split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        fields.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    return fields;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private String signature(String uri, SortedMap<String, String> form) {
    var signed = new StringBuilder(publicUrl + uri);
    form.forEach((name, value) -> signed.append(name).append(value));
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(AUTH_TOKEN.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      byte[] hash = mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA1", e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
