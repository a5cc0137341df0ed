package id.kentongan.bot;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// An OpenTelemetry collector that keeps the spans it is sent.
///
/// Source: https://opentelemetry.io/docs/specs/otlp/#otlphttp
final class Collector implements AutoCloseable {
  private final Vertx vertx = Vertx.vertx();
  private final List<JsonObject> spans = new CopyOnWriteArrayList<>();
  private final HttpServer server =
      vertx.createHttpServer().requestHandler(this::take).listen(0, "127.0.0.1").await();

  String url() {
    return "http://127.0.0.1:" + server.actualPort();
  }

  List<JsonObject> spans() {
    return List.copyOf(spans);
  }

  private void take(HttpServerRequest request) {
    boolean right =
        request.path().equals("/v1/traces")
            && "application/json".equals(request.getHeader("Content-Type"));
    request
        .body()
        .onSuccess(
            body -> {
              if (right) {
                keep(new JsonObject(body));
              }
              request.response().setStatusCode(right ? 200 : 400).end("{}");
            });
  }

  private void keep(JsonObject told) {
    JsonObject resource = told.getJsonArray("resourceSpans").getJsonObject(0);
    JsonArray sent = resource.getJsonArray("scopeSpans").getJsonObject(0).getJsonArray("spans");
    for (int i = 0; i < sent.size(); i++) {
      JsonObject span = sent.getJsonObject(i);
      if (span.getString("traceId").matches("[0-9a-f]{32}")
          && span.getString("spanId").matches("[0-9a-f]{16}")
          && Long.parseLong(span.getString("endTimeUnixNano"))
              >= Long.parseLong(span.getString("startTimeUnixNano"))) {
        spans.add(span);
      }
    }
  }

  @Override
  public void close() {
    vertx.close().await();
  }
}
