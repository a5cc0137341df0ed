package id.kentongan.bot.program;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/// Telegram, as far as the program needs it: takes messages, holds updates until a higher offset is
/// asked for, has files.
///
/// Source: https://core.telegram.org/bots/api
final class TelegramStub implements AutoCloseable {
  static final String TOKEN = "123456:stub-token";
  private static final long LONG_POLL_MILLIS = 200;

  private final Vertx vertx = Vertx.vertx();
  private final InstantSource clock;
  private final HttpServer server;
  private final List<JsonObject> waiting = new ArrayList<>();
  private final Map<String, Buffer> files = new ConcurrentHashMap<>();
  private final List<Sent> sent = new CopyOnWriteArrayList<>();
  final List<Buffer> documents = new CopyOnWriteArrayList<>();
  final List<JsonObject> commands = new CopyOnWriteArrayList<>();

  /// A message as it arrived.
  record Sent(long chat, String text) {}

  /// It gives its messages the year 1970.
  TelegramStub() {
    this(InstantSource.fixed(Instant.EPOCH));
  }

  TelegramStub(InstantSource clock) {
    this.clock = clock;
    server = vertx.createHttpServer().requestHandler(this::handle).listen(0, "127.0.0.1").await();
  }

  String url() {
    return "http://127.0.0.1:" + server.actualPort();
  }

  /// A file that a message may then name.
  void has(String fileId, Buffer bytes) {
    files.put(fileId, bytes);
  }

  /// Lets an update wait for whoever polls.
  synchronized void offer(JsonObject update) {
    waiting.add(update);
  }

  /// What the bot said in a chat, in the order of arrival.
  List<String> saidIn(long chat) {
    return sent.stream().filter(s -> s.chat() == chat).map(Sent::text).toList();
  }

  private void handle(HttpServerRequest http) {
    String file = "/file/bot" + TOKEN + '/';
    if (http.path().startsWith(file)) {
      http.response()
          .end(files.getOrDefault(http.path().substring(file.length()), Buffer.buffer()));
      return;
    }
    String method = http.path().substring(("/bot" + TOKEN + '/').length());
    if (method.equals("sendDocument")) {
      document(http);
      return;
    }
    http.body()
        .compose(
            body -> result(method, body.length() == 0 ? new JsonObject() : new JsonObject(body)))
        .onSuccess(
            result ->
                http.response()
                    .putHeader("Content-Type", "application/json")
                    .end(new JsonObject().put("ok", true).put("result", result).toBuffer()));
  }

  private void document(HttpServerRequest http) {
    Buffer bytes = Buffer.buffer();
    http.setExpectMultipart(true);
    http.uploadHandler(file -> file.handler(bytes::appendBuffer));
    http.endHandler(
        end -> {
          documents.add(bytes);
          var message =
              new JsonObject()
                  .put("chat_id", http.getFormAttribute("chat_id"))
                  .put("text", http.getFormAttribute("caption"));
          var result = new JsonObject().put("ok", true).put("result", arrived(message));
          http.response().putHeader("Content-Type", "application/json").end(result.toBuffer());
        });
  }

  private Future<Object> result(String method, JsonObject fields) {
    return switch (method) {
      case "sendMessage" -> Future.succeededFuture(arrived(fields));
      case "getUpdates" -> updates(fields.getInteger("offset", 0));
      case "getFile" -> Future.succeededFuture(file(fields.getString("file_id")));
      case "setMyCommands" -> {
        commands.add(fields);
        yield Future.succeededFuture(true);
      }
      default -> Future.succeededFuture(true);
    };
  }

  private JsonObject arrived(JsonObject message) {
    long chat = Long.parseLong(message.getValue("chat_id").toString());
    sent.add(new Sent(chat, message.getString("text")));
    return new JsonObject()
        .put("message_id", 1000 + sent.size())
        .put("date", clock.instant().getEpochSecond())
        .put("chat", new JsonObject().put("id", chat).put("type", "private"));
  }

  private JsonObject file(String id) {
    return new JsonObject()
        .put("file_id", id)
        .put("file_unique_id", id)
        .put("file_size", files.getOrDefault(id, Buffer.buffer()).length())
        .put("file_path", id);
  }

  private Future<Object> updates(int offset) {
    JsonArray now = from(offset);
    return now.isEmpty()
        ? vertx.timer(LONG_POLL_MILLIS, TimeUnit.MILLISECONDS).map(waited -> from(offset))
        : Future.succeededFuture(now);
  }

  private synchronized JsonArray from(int offset) {
    waiting.removeIf(update -> update.getInteger("update_id") < offset);
    return new JsonArray(new ArrayList<>(waiting));
  }

  @Override
  public void close() {
    vertx.close().await();
  }
}
