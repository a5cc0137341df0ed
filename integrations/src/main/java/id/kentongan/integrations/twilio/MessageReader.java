package id.kentongan.integrations.twilio;

import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Event.SentOther.Kind;
import id.kentongan.dialogs.talk.FileRef;
import id.kentongan.dialogs.talk.Inbound;
import id.kentongan.integrations.Door.Admitted;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads what a person sent; total, whatever the parameters.
///
/// Source: https://www.twilio.com/docs/messaging/guides/webhook-request
final class MessageReader {
  private static final int MOST_MEDIA = 10;

  /// why no more than Twilio's 34: the signature does not tell where a parameter ends, and one that
  /// swallowed the next would be the same message under a new id.
  private static final Pattern SID = Pattern.compile("[A-Za-z0-9_-]{1,34}");

  /// why: Twilio tells no time of a message, so it is the time at which it came to us. A message
  /// that Twilio repeats has a later one: what repeats is known by its id alone.
  private final InstantSource clock;

  MessageReader(InstantSource clock) {
    this.clock = clock;
  }

  Admitted read(Form form) {
    String sid = form.get("MessageSid");
    if (!SID.matcher(sid).matches()) {
      return new Admitted.Ignored("no message");
    }
    Optional<WhatsAppSender> sender =
        WhatsAppSender.of(form.get("From"), form.get("ExternalUserId"));
    if (sender.isEmpty()) {
      return new Admitted.Ignored("not from WhatsApp");
    }
    // why: a thumb under a message asks for nothing.
    if (form.get("MessageType").equals("reaction")) {
      return new Admitted.Ignored("reaction");
    }
    List<Inbound.Content> contents = contents(form, sid);
    List<Inbound> events = new ArrayList<>();
    for (int i = 0; i < contents.size(); i++) {
      String id = "whatsapp:" + sid + (contents.size() == 1 ? "" : ":" + i);
      events.add(inbound(form, id, sid, sender.get(), contents.get(i)));
    }
    return new Admitted.Events(events);
  }

  private Inbound inbound(
      Form form, String id, String sid, WhatsAppSender sender, Inbound.Content content) {
    String name = form.get("ProfileName");
    return new Inbound(
        id,
        sender.conversation(),
        clock.instant(),
        content,
        name.isBlank() ? null : name,
        sender.phone(),
        sid);
  }

  private static List<Inbound.Content> contents(Form form, String sid) {
    String tapped = first(form, "ButtonPayload", "ListId");
    if (!tapped.isEmpty()) {
      return List.of(new Inbound.Ready(new Event.Tapped(tapped)));
    }
    List<Inbound.Content> media = media(form, sid);
    if (!media.isEmpty()) {
      return media;
    }
    Event place = place(form);
    if (place != null) {
      return List.of(new Inbound.Ready(place));
    }
    String words = first(form, "Body", "ButtonText", "ListTitle");
    return List.of(
        words.isBlank()
            ? new Inbound.Ready(new Event.SentOther(Kind.UNKNOWN))
            : new Inbound.Words(words, false));
  }

  private static String first(Form form, String... names) {
    for (String name : names) {
      if (!form.get(name).isEmpty()) {
        return form.get(name);
      }
    }
    return "";
  }

  private static List<Inbound.Content> media(Form form, String sid) {
    String told = form.get("NumMedia");
    int count = told.matches("[0-9]{1,2}") ? Math.min(Integer.parseInt(told), MOST_MEDIA) : 0;
    List<Inbound.Content> media = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String address = form.get("MediaUrl" + i);
      if (!address.isEmpty()) {
        String type = type(form.get("MediaContentType" + i));
        String caption = media.isEmpty() ? form.get("Body") : "";
        String album = count > 1 ? sid : null;
        media.add(new Inbound.Ready(file(form, new FileRef(address, type, -1), caption, album)));
      }
    }
    return media;
  }

  private static Event file(Form form, FileRef file, String caption, @Nullable String album) {
    Kind other = other(form.get("MessageType"), file.type());
    return other == null ? new Event.SentFile(file, caption, album) : new Event.SentOther(other);
  }

  private static @Nullable Kind other(String message, String type) {
    if (type.startsWith("audio/")) {
      return Kind.VOICE;
    }
    if (type.startsWith("video/")) {
      return Kind.VIDEO;
    }
    if (type.endsWith("vcard")) {
      return Kind.UNKNOWN;
    }
    // why: WhatsApp's stickers are WebP; where the kind of message is told, it decides.
    boolean sticker = message.isEmpty() ? type.equals("image/webp") : message.equals("sticker");
    return sticker ? Kind.STICKER : null;
  }

  private static String type(String told) {
    String plain = told.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return plain.matches("[a-z0-9.+-]{1,60}/[a-z0-9.+-]{1,100}")
        ? plain
        : "application/octet-stream";
  }

  private static @Nullable Event place(Form form) {
    try {
      double latitude = Double.parseDouble(form.get("Latitude"));
      double longitude = Double.parseDouble(form.get("Longitude"));
      boolean onEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
      return onEarth ? new Event.SentLocation(latitude, longitude) : null;
    } catch (NumberFormatException none) {
      return null;
    }
  }
}
