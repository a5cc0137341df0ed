package id.kentongan.integrations.twilio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import id.kentongan.integrations.Refusals;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What Twilio said to a request, or why nothing was heard. The texts hold no number of a person.
sealed interface ApiAnswer {
  ObjectMapper MAPPER = new ObjectMapper();

  /// A 2xx with its JSON; missing when there was no body (a 204).
  ///
  /// why: read field by field and not by the SDK's types: a currency or status of tomorrow must not
  /// make a message that was taken look like one that was not.
  record Done(JsonNode body) implements ApiAnswer {}

  /// Refused with an HTTP status, Twilio's error code (0 when the body is not theirs) and message
  /// with long numbers masked; `retryAfter` is zero when not given.
  record Refused(int status, int code, String message, Duration retryAfter) implements ApiAnswer {}

  /// The request did not leave: no connection within the time.
  record Unreachable(String why) implements ApiAnswer {}

  /// The request left, its answer did not come or cannot be read: it may have been done.
  record Lost(String why) implements ApiAnswer {}

  /// Reads an answer, whatever its bytes. `retryAfter` is the header's value.
  ///
  /// Source: https://www.twilio.com/docs/usage/twilios-response#response-formats-exceptions
  static ApiAnswer read(int status, @Nullable String retryAfter, byte[] body) {
    JsonNode json = parse(body);
    if (status / 100 == 2) {
      return body.length == 0 || json.isObject()
          ? new Done(json)
          : new Lost("an answer that is not Twilio's");
    }
    boolean seconds = retryAfter != null && retryAfter.matches("[0-9]{1,5}");
    String message = json.path("message").asText(json.path("detail").asText(""));
    return new Refused(
        status,
        json.path("code").asInt(0),
        Refusals.masked(message),
        seconds ? Duration.ofSeconds(Long.parseLong(retryAfter)) : Duration.ZERO);
  }

  private static JsonNode parse(byte[] body) {
    try {
      return MAPPER.readTree(body);
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }
}
