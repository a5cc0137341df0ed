package id.kentongan.integrations.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.kentongan.integrations.channel.Answer;
import id.kentongan.integrations.channel.Fixtures;
import id.kentongan.integrations.channel.Specification;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/// Twilio's APIs on a socket: answers as scripted, notes every request, and holds each against the
/// published specification.
final class ScriptedTwilio {
  static final Fixtures FIXTURES = new Fixtures("twilio");
  private static final Specification SPECIFICATION = new Specification(FIXTURES);
  private static final String ACCOUNT = "/2010-04-01/Accounts/" + Posted.ACCOUNT.sid();
  private static final Map<String, String> PATHS =
      Map.of(
          "/api" + ACCOUNT + "/Messages.json",
          "Messages.json",
          "/content/v1/Content",
          "Content",
          "/content/v2/Content",
          "Content",
          "/messaging/v2/Indicators/Typing.json",
          "Typing.json");

  private final HttpServer server;
  private final Map<String, Queue<Answer>> scripts = new ConcurrentHashMap<>();
  final List<Call> calls = new CopyOnWriteArrayList<>();
  final List<String> violations = new CopyOnWriteArrayList<>();

  /// A request: its method and resource, its parameters, and the header `Authorization`.
  record Call(String method, JsonNode fields, String authorization) {}

  ScriptedTwilio(Vertx vertx) {
    server = vertx.createHttpServer().requestHandler(this::handle).listen(0, "127.0.0.1").await();
  }

  URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.actualPort() + path);
  }

  TwilioAddresses addresses() {
    return new TwilioAddresses(at("/api"), at("/content"), at("/messaging"));
  }

  /// The next answers to a request, in turn; then it answers 404 again.
  void script(String method, Answer... answers) {
    scripts.computeIfAbsent(method, m -> new ConcurrentLinkedQueue<>()).addAll(List.of(answers));
  }

  List<Call> calls(String method) {
    return calls.stream().filter(call -> call.method().equals(method)).toList();
  }

  private void handle(HttpServerRequest http) {
    http.body()
        .onSuccess(
            body -> {
              String method = method(http);
              JsonNode fields = fields(http, body);
              String authorization = http.getHeader("Authorization");
              calls.add(new Call(method, fields, authorization == null ? "" : authorization));
              check(http, method, fields);
              Queue<Answer> script = scripts.getOrDefault(method, new ConcurrentLinkedQueue<>());
              Answer answer = script.poll();
              (answer == null ? Answer.json(404, "{\"code\":20404}") : answer).give(http);
            });
  }

  private static String method(HttpServerRequest http) {
    String verb = http.method().name();
    if (verb.equals("DELETE")) {
      return "DELETE Media";
    }
    return verb + ' ' + PATHS.getOrDefault(http.path(), http.path());
  }

  private void check(HttpServerRequest http, String method, JsonNode fields) {
    if (!method.startsWith("GET /")) {
      violations.addAll(SPECIFICATION.violations(method, fields));
      if (!Posted.ACCOUNT.basic().equals(http.getHeader("Authorization"))) {
        violations.add(method + ": without the account's credentials");
      }
    }
  }

  private static JsonNode fields(HttpServerRequest http, Buffer body) {
    String type = http.getHeader("Content-Type");
    if (type != null && type.startsWith("application/json")) {
      try {
        return Fixtures.MAPPER.readTree(body.getBytes());
      } catch (IOException e) {
        throw new AssertionError("a request that is not JSON", e);
      }
    }
    ObjectNode fields = Fixtures.MAPPER.createObjectNode();
    MultiMap query = http.params();
    query.forEach(field -> fields.put(field.getKey(), field.getValue()));
    for (String pair : body.toString().split("&")) {
      if (!pair.isEmpty()) {
        String[] parts = pair.split("=", 2);
        assertThat(fields.has(decoded(parts[0]))).isFalse();
        fields.put(decoded(parts[0]), decoded(parts[1]));
      }
    }
    return fields;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
