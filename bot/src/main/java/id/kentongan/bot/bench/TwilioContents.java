package id.kentongan.bot.bench;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/// Twilio's contents: found by name, made on request. Anything else is answered with nothing.
///
/// Source: https://www.twilio.com/docs/content/content-api-resources
public final class TwilioContents {
  private final List<JsonObject> made = new ArrayList<>();

  /// The answer to a request that is none for a message.
  public JsonObject answer(HttpServerRequest request, Buffer body) {
    if (request.path().endsWith("/v1/Content")) {
      var content =
          new JsonObject()
              .put("sid", "HX%032x".formatted(made.size() + 1))
              .put("friendly_name", body.toJsonObject().getString("friendly_name"));
      made.add(content);
      return content;
    }
    var found = new JsonArray();
    made.stream()
        .filter(
            content -> content.getString("friendly_name").equals(request.getParam("ContentName")))
        .forEach(found::add);
    return new JsonObject().put("contents", found);
  }
}
