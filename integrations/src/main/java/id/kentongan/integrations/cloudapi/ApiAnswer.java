package id.kentongan.integrations.cloudapi;

import com.fasterxml.jackson.databind.JsonNode;
import id.kentongan.integrations.Refusals;

/// What Meta said to a request, or why nothing was heard. The texts hold no number of a person.
sealed interface ApiAnswer {
  /// A 2xx with its JSON.
  record Done(JsonNode body) implements ApiAnswer {}

  /// Refused with an HTTP status, Meta's error code (0 when the body is not theirs) and message
  /// with long numbers masked.
  record Refused(int status, int code, String message) implements ApiAnswer {}

  /// The request did not leave: no connection within the time.
  record Unreachable(String why) implements ApiAnswer {}

  /// The request left, its answer did not come or cannot be read: it may have been done.
  record Lost(String why) implements ApiAnswer {}

  /// Reads an answer, whatever its bytes.
  ///
  /// Source: https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes
  static ApiAnswer read(int status, byte[] body) {
    JsonNode json = Json.read(body);
    if (status / 100 == 2) {
      return json.isObject() ? new Done(json) : new Lost("an answer that is not Meta's");
    }
    JsonNode error = json.path("error");
    String details = error.path("error_data").path("details").asText("");
    String message = details.isEmpty() ? error.path("message").asText("") : details;
    return new Refused(status, error.path("code").asInt(0), Refusals.masked(message));
  }
}
