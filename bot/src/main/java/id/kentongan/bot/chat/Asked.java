package id.kentongan.bot.chat;

import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Event.SentOther.Kind;
import id.kentongan.dialogs.talk.FileRef;
import id.kentongan.dialogs.talk.Inbound.Content;
import id.kentongan.dialogs.talk.Inbound.Ready;
import id.kentongan.dialogs.talk.Inbound.Words;
import id.kentongan.dialogs.values.Phone;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.File;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One line of `chat --json` as it came in: what is done, by whom if the line says so, and the
/// message's id if the line gives one.
public record Asked(Act act, Optional<String> user, Optional<String> id) {
  private static final Map<String, String> TYPES =
      Map.of(
          ".pdf", "application/pdf",
          ".png", "image/png",
          ".jpg", "image/jpeg",
          ".csv", "text/csv",
          ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  /// What a line asks for.
  public sealed interface Act {
    record Send(Content content) implements Act {}

    record Advance(Duration span) implements Act {}
  }

  /// Fails with [NotUnderstood], which says what is wrong.
  public static Asked parse(String line) throws NotUnderstood {
    try {
      if (Json.decodeValue(line) instanceof JsonObject json) {
        return new Asked(act(json), text(json, "user"), text(json, "id"));
      }
    } catch (DecodeException | DateTimeException | ClassCastException e) {
      throw new NotUnderstood("not one JSON object of the shapes known");
    }
    throw new NotUnderstood("not a JSON object");
  }

  private static Act act(JsonObject json) throws NotUnderstood {
    for (String kind : json.fieldNames()) {
      switch (kind) {
        case "user", "id" -> {}
        case "advance" -> {
          return new Act.Advance(Duration.parse(needed(json, kind)));
        }
        default -> {
          return new Act.Send(content(kind, json));
        }
      }
    }
    throw new NotUnderstood("nothing to do in it");
  }

  private static Content content(String kind, JsonObject json) throws NotUnderstood {
    return switch (kind) {
      case "text" -> new Words(needed(json, kind), false);
      case "choice" -> new Ready(new Event.Tapped(needed(json, kind)));
      case "photo" -> file(needed(json, kind), "image/jpeg");
      case "document" -> file(needed(json, kind), "application/octet-stream");
      case "location" -> location(json.getValue(kind));
      case "contact" -> contact(needed(json, kind));
      case "voice" -> new Ready(new Event.SentOther(Kind.VOICE));
      default -> throw new NotUnderstood("unknown: " + kind);
    };
  }

  /// A file on this machine, by its path; of the type that its ending tells, else of `other`.
  public static Content file(String path, String other) {
    String name = path.toLowerCase(Locale.ROOT);
    String type =
        TYPES.entrySet().stream()
            .filter(known -> name.endsWith(known.getKey()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(other);
    long size = new File(path).length();
    return new Ready(new Event.SentFile(new FileRef(path, type, size), "", null));
  }

  private static Content location(@Nullable Object place) throws NotUnderstood {
    if (place instanceof JsonArray pair
        && pair.size() == 2
        && pair.getValue(0) instanceof Number latitude
        && pair.getValue(1) instanceof Number longitude) {
      return new Ready(new Event.SentLocation(latitude.doubleValue(), longitude.doubleValue()));
    }
    throw new NotUnderstood("location: [latitude, longitude]");
  }

  private static String needed(JsonObject json, String name) throws NotUnderstood {
    if (json.getValue(name) instanceof String text) {
      return text;
    }
    throw new NotUnderstood(name + " must be a text");
  }

  private static Content contact(String number) throws NotUnderstood {
    try {
      return new Ready(new Event.SentContact(new Phone(number), true));
    } catch (IllegalArgumentException e) {
      throw new NotUnderstood("contact: +62...");
    }
  }

  private static Optional<String> text(JsonObject json, String name) {
    return Optional.ofNullable(json.getString(name));
  }

  /// A line that asks for nothing we know.
  public static final class NotUnderstood extends Exception {
    private static final long serialVersionUID = 1L;

    NotUnderstood(String why) {
      super(why, null, false, false);
    }
  }
}
