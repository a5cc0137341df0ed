package id.kentongan.integrations.channel;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;

/// What a scripted provider does with a request.
public sealed interface Answer {
  /// How long a client is to wait for what comes: a machine may be slow.
  Duration PATIENT = Duration.ofSeconds(60);

  /// How long a client is to wait for what never comes.
  Duration HASTY = Duration.ofMillis(500);

  /// An answer whose header says that `length` bytes come.
  record Body(int status, MultiMap headers, Buffer body, long length) implements Answer {}

  /// The connection is closed after the request was read.
  record Cut() implements Answer {}

  /// No answer comes.
  record Slow() implements Answer {}

  static Answer body(int status, String type, Buffer body) {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap().set("Content-Type", type);
    return new Body(status, headers, body, body.length());
  }

  static Answer json(int status, String body) {
    return body(status, "application/json", Buffer.buffer(body));
  }

  /// As a fixture has it: `fault` is `cut` or `slow`; otherwise `status`, `headers` and `body` in
  /// JSON or `html`.
  static Answer of(JsonNode answer) {
    if (answer.has("fault")) {
      return answer.get("fault").asText().equals("cut") ? new Cut() : new Slow();
    }
    int status = answer.get("status").asInt();
    Answer.Body given =
        (Answer.Body)
            (answer.has("html")
                ? body(status, "text/html", Buffer.buffer(answer.get("html").asText()))
                : json(status, answer.path("body").toString()));
    answer
        .path("headers")
        .properties()
        .forEach(header -> given.headers().set(header.getKey(), header.getValue().asText()));
    return given;
  }

  /// How long a client is to wait for it.
  default Duration patience() {
    return this instanceof Slow ? HASTY : PATIENT;
  }

  default void give(HttpServerRequest http) {
    switch (this) {
      case Cut() -> http.connection().close();
      case Slow() -> {}
      case Body(int status, MultiMap headers, Buffer body, long length) -> {
        http.response().setStatusCode(status).headers().addAll(headers);
        http.response().putHeader("Content-Length", Long.toString(length)).end(body);
      }
    }
  }
}
