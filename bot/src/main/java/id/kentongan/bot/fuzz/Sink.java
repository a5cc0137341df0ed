package id.kentongan.bot.fuzz;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.atomic.AtomicInteger;

/// All messengers at once: takes whatever a gateway sends and says so as each of them would.
final class Sink implements AutoCloseable {
  private final HttpServer server;
  private final AtomicInteger messages = new AtomicInteger();

  Sink(Vertx vertx) {
    this.server =
        vertx.createHttpServer().requestHandler(this::take).listen(0, "127.0.0.1").await();
  }

  String url() {
    return "http://127.0.0.1:" + server.actualPort();
  }

  private void take(HttpServerRequest request) {
    int number = messages.incrementAndGet();
    var message =
        new JsonObject()
            .put("message_id", number)
            .put("date", 1_795_000_000)
            .put("chat", new JsonObject().put("id", 1).put("type", "private"));
    var answer =
        new JsonObject()
            .put("ok", true)
            .put("result", request.path().endsWith("/sendMessage") ? message : true)
            .put("sid", "SM%032x".formatted(number))
            .put("status", "queued")
            .put("messages", new JsonArray().add(new JsonObject().put("id", "wamid.S" + number)));
    int status = request.path().contains("/Messages.json") ? 201 : 200;
    request
        .end()
        .onSuccess(
            read ->
                request
                    .response()
                    .setStatusCode(status)
                    .putHeader("Content-Type", "application/json")
                    .end(answer.toBuffer()));
  }

  @Override
  public void close() {
    server.close().await();
  }
}
