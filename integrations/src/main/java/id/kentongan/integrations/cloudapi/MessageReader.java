package id.kentongan.integrations.cloudapi;

import com.fasterxml.jackson.databind.JsonNode;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Event.SentOther.Kind;
import id.kentongan.dialogs.talk.FileRef;
import id.kentongan.dialogs.talk.Inbound;
import id.kentongan.dialogs.values.Phone;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads what a person sent; total, whatever the fields.
///
/// Source:
/// https://developers.facebook.com/docs/whatsapp/cloud-api/webhooks/payload-examples
final class MessageReader {
  /// why: ids are `wamid.` and base64 today; whatever they become, they must be safe to keep.
  static final Pattern ID = Pattern.compile("[\\x21-\\x7e]{1,256}");

  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,11}");

  private final InstantSource clock;

  MessageReader(InstantSource clock) {
    this.clock = clock;
  }

  /// One of the `messages` with the `contacts` beside it; empty when it is nothing for us.
  Optional<Inbound> read(JsonNode message, JsonNode contacts) {
    String id = message.path("id").asText("");
    JsonNode contact = contact(message, contacts);
    String userId = first(message.path("from_user_id"), contact.path("user_id"));
    Optional<CloudSender> sender = CloudSender.of(message.path("from").asText(""), userId);
    String type = message.path("type").asText("");
    // why: groups are not spoken to; a thumb under a message asks for nothing, and a system message
    // is not the person's.
    boolean nothing =
        message.hasNonNull("group_id") || type.equals("reaction") || type.equals("system");
    if (nothing || sender.isEmpty() || !ID.matcher(id).matches()) {
      return Optional.empty();
    }
    String name = contact.path("profile").path("name").asText("");
    return Optional.of(
        new Inbound(
            "whatsapp:" + id,
            sender.get().conversation(),
            at(message.path("timestamp").asText("")),
            content(type, message),
            name.isBlank() ? null : name,
            sender.get().phone(),
            id));
  }

  /// why: the contact of this sender; one webhook may bring messages of several.
  private static JsonNode contact(JsonNode message, JsonNode contacts) {
    String from = message.path("from").asText("");
    for (JsonNode contact : contacts) {
      if (!from.isEmpty() && contact.path("wa_id").asText("").equals(from)) {
        return contact;
      }
    }
    return from.isEmpty() ? contacts.path(0) : Json.object();
  }

  /// The platform's own time, unless it is none or lies ahead of ours.
  private Instant at(String told) {
    Instant now = clock.instant();
    if (!SECONDS.matcher(told).matches()) {
      return now;
    }
    Instant then = Instant.ofEpochSecond(Long.parseLong(told));
    return then.isAfter(now) ? now : then;
  }

  private static Inbound.Content content(String type, JsonNode message) {
    JsonNode body = message.path(type);
    return switch (type) {
      case "text" -> words(body.path("body").asText(""));
      case "button" -> tapped(body.path("payload").asText(""), body.path("text").asText(""));
      case "interactive" -> reply(body.path(body.path("type").asText("")));
      case "image", "document" -> file(type, body);
      case "audio" -> other(Kind.VOICE);
      case "video" -> other(Kind.VIDEO);
      case "sticker" -> other(Kind.STICKER);
      case "location" -> place(body);
      case "contacts" -> card(body.path(0).path("phones").path(0));
      default -> other(Kind.UNKNOWN);
    };
  }

  private static Inbound.Content words(String words) {
    return words.isBlank() ? other(Kind.UNKNOWN) : new Inbound.Words(words, false);
  }

  private static Inbound.Content reply(JsonNode reply) {
    return tapped(reply.path("id").asText(""), reply.path("title").asText(""));
  }

  private static Inbound.Content tapped(String choice, String label) {
    return choice.isEmpty() ? words(label) : new Inbound.Ready(new Event.Tapped(choice));
  }

  private static Inbound.Content file(String type, JsonNode body) {
    String handle = body.path("id").asText("");
    if (handle.isEmpty()) {
      return other(Kind.UNKNOWN);
    }
    String claimed = body.path("mime_type").asText("").split(";", 2)[0].strip();
    String plain = claimed.toLowerCase(Locale.ROOT);
    String known =
        plain.matches("[a-z0-9.+-]{1,60}/[a-z0-9.+-]{1,100}")
            ? plain
            : type.equals("image") ? "image/jpeg" : "application/octet-stream";
    String caption = body.path("caption").asText("");
    return new Inbound.Ready(new Event.SentFile(new FileRef(handle, known, -1), caption, null));
  }

  private static Inbound.Content place(JsonNode body) {
    double latitude = body.path("latitude").asDouble(Double.NaN);
    double longitude = body.path("longitude").asDouble(Double.NaN);
    boolean onEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
    return onEarth
        ? new Inbound.Ready(new Event.SentLocation(latitude, longitude))
        : other(Kind.UNKNOWN);
  }

  /// why: anybody's card can be sent, so it is never the sender's own.
  private static Inbound.Content card(JsonNode phone) {
    String digits = first(phone.path("wa_id"), phone.path("phone")).replaceAll("[^0-9]", "");
    String e164 = digits.startsWith("0") ? "+62" + digits.substring(1) : "+" + digits;
    return e164.matches("\\+[1-9][0-9]{7,14}")
        ? new Inbound.Ready(new Event.SentContact(new Phone(e164), false))
        : other(Kind.UNKNOWN);
  }

  private static Inbound.Content other(Kind kind) {
    return new Inbound.Ready(new Event.SentOther(kind));
  }

  private static String first(JsonNode one, JsonNode other) {
    String text = one.asText("");
    return text.isEmpty() ? other.asText("") : text;
  }
}
