package id.kentongan.integrations.telegram;

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
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/// A Bot API on a socket: answers as scripted, notes every request, and holds each against the
/// published specification.
final class ScriptedBotApi {
  static final String TOKEN = "123456:ABC-def_ghi";

  static final Fixtures FIXTURES = new Fixtures("telegram");
  private static final Specification SPECIFICATION = new Specification(FIXTURES);

  private final HttpServer server;
  private final Map<String, Queue<Answer>> scripts = new ConcurrentHashMap<>();
  private final Map<String, Function<JsonNode, Answer>> usual = new ConcurrentHashMap<>();
  final List<Call> calls = new CopyOnWriteArrayList<>();
  final List<String> violations = new CopyOnWriteArrayList<>();

  /// A request: the method (or `GET <path>`) and its fields; a file as `name, type, bytes`.
  record Call(String method, JsonNode fields) {}

  ScriptedBotApi(Vertx vertx) {
    server = vertx.createHttpServer().requestHandler(this::handle).listen(0, "127.0.0.1").await();
  }

  BotAccess access() {
    return new BotAccess(URI.create("http://127.0.0.1:" + server.actualPort()), TOKEN);
  }

  /// The next answers to a method, in turn; then it answers `true` again.
  void script(String method, Answer... answers) {
    scripts.computeIfAbsent(method, m -> new ConcurrentLinkedQueue<>()).addAll(List.of(answers));
  }

  /// What a method answers when nothing is scripted.
  void usually(String method, Function<JsonNode, Answer> answer) {
    usual.put(method, answer);
  }

  List<Call> calls(String method) {
    return calls.stream().filter(call -> call.method().equals(method)).toList();
  }

  void close() {
    server.close().await();
  }

  static Answer result(Object result) {
    return Answer.json(200, "{\"ok\":true,\"result\":" + Fixtures.MAPPER.valueToTree(result) + "}");
  }

  private void handle(HttpServerRequest http) {
    String type = http.getHeader("Content-Type");
    if (type != null && type.startsWith("multipart/")) {
      http.setExpectMultipart(true);
      ObjectNode fields = Fixtures.MAPPER.createObjectNode();
      http.uploadHandler(
          file -> {
            Buffer bytes = Buffer.buffer();
            file.handler(bytes::appendBuffer);
            file.endHandler(
                end ->
                    fields
                        .withObject(file.name())
                        .put("bytes", text(bytes))
                        .put("name", file.filename())
                        .put("type", file.contentType()));
          });
      http.endHandler(
          end -> {
            http.formAttributes().forEach(field -> fields.set(field.getKey(), value(field)));
            answer(http, fields);
          });
    } else {
      http.body().onSuccess(body -> answer(http, parse(body.getBytes())));
    }
  }

  private void answer(HttpServerRequest http, JsonNode fields) {
    String path = http.path();
    String prefix = "/bot" + TOKEN + "/";
    String method = path.startsWith(prefix) ? path.substring(prefix.length()) : "GET " + path;
    if (!method.startsWith("GET")) {
      violations.addAll(SPECIFICATION.violations(method, fields));
    }
    calls.add(new Call(method, fields));
    Queue<Answer> script = scripts.getOrDefault(method, new ConcurrentLinkedQueue<>());
    Answer answer = script.poll();
    (answer != null ? answer : usual.getOrDefault(method, f -> result(true)).apply(fields))
        .give(http);
  }

  private static JsonNode value(Map.Entry<String, String> field) {
    return field.getKey().equals("reply_markup")
        ? parse(field.getValue().getBytes(StandardCharsets.UTF_8))
        : Fixtures.MAPPER.getNodeFactory().textNode(field.getValue());
  }

  private static JsonNode parse(byte[] body) {
    try {
      return Fixtures.MAPPER.readTree(body);
    } catch (IOException e) {
      throw new AssertionError("a request that is not JSON", e);
    }
  }

  private static String text(Buffer bytes) {
    return bytes.length() > 1000
        ? bytes.length() + " bytes"
        : bytes.toString(StandardCharsets.ISO_8859_1);
  }
}
