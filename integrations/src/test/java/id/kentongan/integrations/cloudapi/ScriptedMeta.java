package id.kentongan.integrations.cloudapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.kentongan.integrations.channel.Answer;
import id.kentongan.integrations.channel.Fixtures;
import id.kentongan.integrations.channel.Specification;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/// The Graph API on a socket: answers as scripted, notes every request, and holds each against the
/// published specification.
final class ScriptedMeta {
  static final Fixtures FIXTURES = new Fixtures("cloudapi");
  private static final Specification SPECIFICATION = new Specification(FIXTURES);
  private static final String OWN = "/v23.0/" + Signed.ACCOUNT.phoneNumberId();

  private final HttpServer server;
  private final Map<String, Queue<Answer>> scripts = new ConcurrentHashMap<>();
  final List<Call> calls = new CopyOnWriteArrayList<>();
  final List<String> violations = new CopyOnWriteArrayList<>();

  /// A request: its method and resource, its fields, and the header `Authorization`.
  record Call(String method, JsonNode fields, String authorization) {}

  ScriptedMeta(Vertx vertx) {
    server = vertx.createHttpServer().requestHandler(this::handle).listen(0, "127.0.0.1").await();
  }

  URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.actualPort() + path);
  }

  CloudApi api(Vertx vertx, Duration deadline) {
    return new CloudApi(vertx, Signed.ACCOUNT, at("/v23.0"), deadline);
  }

  /// The next answers to a request, in turn; then it answers 404 again.
  void script(String method, Answer... answers) {
    scripts.computeIfAbsent(method, m -> new ConcurrentLinkedQueue<>()).addAll(List.of(answers));
  }

  List<Call> calls(String method) {
    return calls.stream().filter(call -> call.method().equals(method)).toList();
  }

  private void handle(HttpServerRequest http) {
    String type = http.getHeader("Content-Type");
    if (type != null && type.startsWith("multipart/form-data")) {
      form(http);
    } else {
      http.body().onSuccess(body -> answer(http, json(body)));
    }
  }

  private void form(HttpServerRequest http) {
    ObjectNode fields = Fixtures.MAPPER.createObjectNode();
    http.setExpectMultipart(true);
    http.uploadHandler(
        upload ->
            upload.handler(
                bytes ->
                    fields.put(
                        upload.name(),
                        upload.contentType() + ' ' + upload.filename() + ' ' + bytes.length())));
    http.endHandler(
        end -> {
          http.formAttributes().forEach(field -> fields.put(field.getKey(), field.getValue()));
          answer(http, fields);
        });
  }

  private void answer(HttpServerRequest http, JsonNode fields) {
    String method = method(http);
    String authorization = http.getHeader("Authorization");
    calls.add(new Call(method, fields, authorization == null ? "" : authorization));
    if (!method.startsWith("GET /")) {
      violations.addAll(SPECIFICATION.violations(method, fields));
    }
    if (!Signed.ACCOUNT.bearer().equals(authorization)) {
      violations.add(method + ": without the token");
    }
    Queue<Answer> script = scripts.getOrDefault(method, new ConcurrentLinkedQueue<>());
    Answer answer = script.poll();
    (answer == null ? Answer.json(404, "{\"error\":{\"code\":100}}") : answer).give(http);
  }

  private static String method(HttpServerRequest http) {
    String path = http.path();
    String verb = http.method().name();
    if (path.startsWith(OWN + '/')) {
      return verb + ' ' + path.substring(OWN.length() + 1);
    }
    return path.matches("/v23\\.0/[0-9]+") ? verb + " media" : verb + ' ' + path;
  }

  private static JsonNode json(Buffer body) {
    try {
      return body.length() == 0
          ? Fixtures.MAPPER.createObjectNode()
          : Fixtures.MAPPER.readTree(body.getBytes());
    } catch (IOException e) {
      throw new AssertionError("a request that is not JSON", e);
    }
  }
}
