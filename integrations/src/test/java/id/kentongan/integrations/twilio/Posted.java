package id.kentongan.integrations.twilio;

import com.fasterxml.jackson.databind.JsonNode;
import id.kentongan.integrations.Door;
import id.kentongan.integrations.Sightings;
import id.kentongan.integrations.channel.NotedSends;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Requests as Twilio posts them, signed by our own reading of the published algorithm.
///
/// Source: https://www.twilio.com/docs/usage/security#validating-requests
public final class Posted {
  public static final String PUBLIC = "https://kentongan.example.go.id";
  public static final TwilioAccount ACCOUNT =
      new TwilioAccount(
          "AC0123456789abcdef0123456789abcdef", "a-token-of-32", "whatsapp:+14155238886");

  private Posted() {}

  static Sightings sightings() {
    return new NotedSends().sightings();
  }

  /// The pairs of a fixture's form; a list is a name that comes several times.
  static List<Map.Entry<String, String>> pairs(JsonNode form) {
    List<Map.Entry<String, String>> pairs = new ArrayList<>();
    form.properties()
        .forEach(
            field -> {
              Iterable<JsonNode> values =
                  field.getValue().isArray() ? field.getValue() : List.of(field.getValue());
              values.forEach(value -> pairs.add(Map.entry(field.getKey(), value.asText())));
            });
    return pairs;
  }

  public static byte[] body(List<Map.Entry<String, String>> pairs) {
    return String.join(
            "&",
            pairs.stream()
                .map(pair -> encoded(pair.getKey()) + '=' + encoded(pair.getValue()))
                .toList())
        .getBytes(StandardCharsets.UTF_8);
  }

  public static String signature(String uri, List<Map.Entry<String, String>> pairs) {
    var fields = new TreeMap<String, TreeSet<String>>();
    pairs.forEach(
        pair ->
            fields.computeIfAbsent(pair.getKey(), name -> new TreeSet<>()).add(pair.getValue()));
    var signed = new StringBuilder(PUBLIC + uri);
    fields.forEach((name, values) -> values.forEach(value -> signed.append(name).append(value)));
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec("a-token-of-32".getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      byte[] hash = mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  static Door.Request genuine(String uri, JsonNode form) {
    List<Map.Entry<String, String>> pairs = pairs(form);
    return request(uri, body(pairs), signature(uri, pairs));
  }

  static Door.Request request(String uri, byte[] body, String signature) {
    MultiMap headers =
        MultiMap.caseInsensitiveMultiMap()
            .set("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
            .set("x-twilio-signature", signature);
    return new Door.Request("POST", uri, headers, Buffer.buffer(body));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
