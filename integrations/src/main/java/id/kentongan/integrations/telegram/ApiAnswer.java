package id.kentongan.integrations.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/// What the Bot API said to a request, or why nothing was heard. The texts never hold the token.
public sealed interface ApiAnswer {
  /// `ok` is true; `result` as documented for the method.
  record Done(JsonNode result) implements ApiAnswer {}

  /// Refused with Telegram's error code (or the HTTP status when the body is not theirs), its
  /// description with long numbers masked, and `retry_after`, zero when not given.
  record Refused(int code, String description, Duration retryAfter) implements ApiAnswer {}

  /// The request did not leave: no connection within the time.
  record Unreachable(String why) implements ApiAnswer {}

  /// The request left, its answer did not come or cannot be read: it may have been done.
  record Lost(String why) implements ApiAnswer {}

  /// Why it was not done, or may not have been; empty when it was.
  default Optional<String> fault() {
    return switch (this) {
      case Done done -> Optional.empty();
      case Refused(int code, String description, Duration _) ->
          Optional.of(code + " " + description);
      case Unreachable(String why) -> Optional.of(why);
      case Lost(String why) -> Optional.of(why);
    };
  }

  /// Reads an answer, whatever its bytes.
  ///
  /// Source: https://core.telegram.org/bots/api#making-requests
  static ApiAnswer read(int status, byte[] body) {
    JsonNode json = parse(body);
    if (json.path("ok").asBoolean(false) && json.has("result")) {
      return new Done(json.get("result"));
    }
    if (!json.path("error_code").isInt()) {
      return status / 100 == 2
          ? new Lost("an answer that is not the Bot API's")
          : new Refused(status, "HTTP " + status + ", not the Bot API's answer", Duration.ZERO);
    }
    long seconds = json.path("parameters").path("retry_after").asLong(0);
    String description = json.path("description").asText("").replaceAll("[0-9]{6,}", "…");
    return new Refused(
        json.get("error_code").asInt(),
        description.substring(0, Math.min(description.length(), 160)),
        Duration.ofSeconds(Math.clamp(seconds, 0, 86_400)));
  }

  private static JsonNode parse(byte[] body) {
    try {
      return Json.MAPPER.readTree(body);
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }
}
