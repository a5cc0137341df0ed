package id.kentongan.integrations.cloudapi;

import com.fasterxml.jackson.databind.JsonNode;
import id.kentongan.dialogs.talk.Inbound;
import id.kentongan.integrations.DeliveryReport;
import id.kentongan.integrations.Door;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The door for Meta's webhook: its question whether the address is ours, messages, and reports on
/// messages of ours, all at one path and signed over the raw bytes.
///
/// Source: https://developers.facebook.com/docs/graph-api/webhooks/getting-started
public final class CloudDoor implements Door {
  /// Where Meta asks and posts, under the public address.
  public static final String PATH = "/webhooks/whatsapp-cloud";

  private static final Admitted FORBIDDEN = new Admitted.Refused(403, "no or wrong signature");

  private final CloudAccount account;
  private final MessageReader messages;
  private final StatusReader statuses;

  public CloudDoor(CloudAccount account, InstantSource clock) {
    this.account = account;
    this.messages = new MessageReader(clock);
    this.statuses = new StatusReader(clock);
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public Admitted admit(Request request) {
    return switch (request.method()) {
      case "GET" -> verified(request.uri());
      case "POST" -> genuine(request) ? read(Json.read(request.body().getBytes())) : FORBIDDEN;
      default -> new Admitted.Refused(405, "GET and POST only");
    };
  }

  private Admitted verified(String uri) {
    Map<String, List<String>> told = query(uri);
    String challenge = value(told, "hub.challenge");
    boolean ours =
        value(told, "hub.mode").equals("subscribe")
            && same(value(told, "hub.verify_token"), account.verifyToken());
    // why: what is echoed is Meta's number, never markup of a stranger's.
    return ours && challenge.matches("[A-Za-z0-9_-]{1,128}")
        ? new Admitted.Reply("text/plain", challenge)
        : new Admitted.Refused(403, "no or wrong verify token");
  }

  private static Map<String, List<String>> query(String uri) {
    try {
      return new QueryStringDecoder(uri).parameters();
    } catch (IllegalArgumentException notEncoded) {
      return Map.of();
    }
  }

  private static String value(Map<String, List<String>> told, String name) {
    return told.getOrDefault(name, List.of("")).getFirst();
  }

  private boolean genuine(Request request) {
    return request
        .only("X-Hub-Signature-256")
        .filter(signature -> same(signature, "sha256=" + hash(request.body())))
        .isPresent();
  }

  private Admitted read(JsonNode webhook) {
    if (!webhook.path("object").asText("").equals("whatsapp_business_account")) {
      return new Admitted.Ignored("not WhatsApp's");
    }
    var reports = new ArrayList<DeliveryReport>();
    var events = new ArrayList<Inbound>();
    for (JsonNode entry : webhook.path("entry")) {
      for (JsonNode change : entry.path("changes")) {
        JsonNode value = change.path("value");
        if (ours(value)) {
          read(value, reports, events);
        }
      }
    }
    if (!reports.isEmpty()) {
      return new Admitted.Reports(reports, events);
    }
    return events.isEmpty()
        ? new Admitted.Ignored("nothing for us")
        : new Admitted.Events(List.copyOf(events));
  }

  /// why: one webhook serves all numbers of an account.
  private boolean ours(JsonNode value) {
    return value
        .path("metadata")
        .path("phone_number_id")
        .asText("")
        .equals(account.phoneNumberId());
  }

  private void read(JsonNode value, List<DeliveryReport> reports, List<Inbound> events) {
    for (JsonNode status : value.path("statuses")) {
      statuses.report(status).ifPresent(reports::add);
      statuses.gone(status).ifPresent(events::add);
    }
    for (JsonNode message : value.path("messages")) {
      messages.read(message, value.path("contacts")).ifPresent(events::add);
    }
  }

  private String hash(Buffer body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      byte[] secret = account.appSecret().getBytes(StandardCharsets.UTF_8);
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(body.getBytes()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }

  private static boolean same(String given, String expected) {
    return MessageDigest.isEqual(
        given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
  }
}
