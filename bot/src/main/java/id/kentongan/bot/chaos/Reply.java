package id.kentongan.bot.chaos;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.TimeUnit;

/// Answers an HTTP request well or badly.
final class Reply {
  /// Longer than a gateway waits for either platform.
  private static final long SLOW_SECONDS = 7;

  private Reply() {}

  static void json(HttpServerRequest request, int status, JsonObject body) {
    request
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json")
        .end(body.toBuffer());
  }

  static void html(HttpServerRequest request) {
    request
        .response()
        .setStatusCode(502)
        .putHeader("Content-Type", "text/html")
        .end("<html><body><h1>502 Bad Gateway</h1></body></html>");
  }

  static void cut(HttpServerRequest request) {
    request.connection().close();
  }

  static void half(HttpServerRequest request, JsonObject body) {
    half(request, "application/json", body.toBuffer());
  }

  static void half(HttpServerRequest request, String type, Buffer whole) {
    request
        .response()
        .putHeader("Content-Type", type)
        .putHeader("Content-Length", Integer.toString(whole.length()))
        .write(whole.slice(0, whole.length() / 2))
        .onComplete(written -> cut(request));
  }

  static void slow(Vertx vertx, HttpServerRequest request, JsonObject body) {
    late(vertx, request, () -> json(request, 200, body));
  }

  static void late(Vertx vertx, HttpServerRequest request, Runnable answer) {
    vertx
        .timer(SLOW_SECONDS, TimeUnit.SECONDS)
        .onSuccess(
            late -> {
              if (!request.response().closed()) {
                answer.run();
              }
            });
  }
}
