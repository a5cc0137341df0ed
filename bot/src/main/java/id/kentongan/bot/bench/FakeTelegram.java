package id.kentongan.bot.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;

/// A Bot API of our own on loopback: takes every method and answers as the platform does. Each
/// message that is sent is told to one listener, on the event loop of the connection.
///
/// Source: https://core.telegram.org/bots/api#making-requests
public final class FakeTelegram implements AutoCloseable {
  /// A token of the right form; any other is refused.
  public static final String TOKEN = "123456789:bench";

  /// Source: https://core.telegram.org/bots/api#sendmessage
  private static final int LONGEST_TEXT = 4096;

  private static final JsonObject ME =
      new JsonObject()
          .put("id", 123_456_789)
          .put("is_bot", true)
          .put("first_name", "Bench")
          .put("username", "bench_bot");

  private final InstantSource clock;
  private final Consumer<Sent> listener;
  private final HttpServer server;
  private final KeptUpdates updates;
  private int messages = 1000;

  /// A message as it appears in a chat.
  public record Sent(long chat, int messageId, String text) {}

  private FakeTelegram(Vertx vertx, InstantSource clock, Consumer<Sent> listener) {
    this.clock = clock;
    this.listener = listener;
    this.updates = new KeptUpdates(vertx);
    this.server = vertx.createHttpServer().requestHandler(this::receive);
  }

  /// Listens on a free port.
  public static Future<FakeTelegram> open(
      Vertx vertx, InstantSource clock, Consumer<Sent> listener) {
    var telegram = new FakeTelegram(vertx, clock, listener);
    return telegram.server.listen(0, "127.0.0.1").map(telegram);
  }

  /// For the setting `telegram.api-url`.
  public String url() {
    return "http://127.0.0.1:" + server.actualPort();
  }

  /// What a gateway is told, by the environment's names; `mode` is `webhook` or `polling`.
  Map<String, String> settings(String mode) {
    return Map.of(
        "KENTONGAN_TELEGRAM_BOT_TOKEN",
        TOKEN,
        "KENTONGAN_TELEGRAM_WEBHOOK_SECRET",
        Gateway.SECRET,
        "KENTONGAN_TELEGRAM_API_URL",
        url(),
        "KENTONGAN_TELEGRAM_MODE",
        mode);
  }

  /// Keeps an update until it is asked for.
  void keep(JsonObject update) {
    updates.add(update);
  }

  @Override
  public void close() {
    server.close().await();
  }

  private void receive(HttpServerRequest request) {
    String path = request.path();
    String prefix = "/bot" + TOKEN + "/";
    if (!path.startsWith(prefix)) {
      refuse(request, 401, "Unauthorized");
    } else if (path.endsWith("/sendMessage")) {
      request.body().onSuccess(body -> send(request, body));
    } else if (path.endsWith("/getUpdates")) {
      request.body().onSuccess(body -> updates.asked(request, body.toJsonObject()));
    } else {
      Object result = path.endsWith("/getMe") ? ME : true;
      request.body().onSuccess(body -> answer(request, 200, ok(result)));
    }
  }

  private void send(HttpServerRequest request, Buffer body) {
    long chat;
    String text;
    try {
      JsonObject message = body.toJsonObject();
      chat = Long.parseLong(message.getValue("chat_id").toString());
      text = message.getString("text", "");
    } catch (DecodeException | ClassCastException | NumberFormatException e) {
      refuse(request, 400, "Bad Request: can't parse the message");
      return;
    }
    if (text.isBlank() || text.length() > LONGEST_TEXT) {
      refuse(request, 400, "Bad Request: message text is empty or too long");
      return;
    }
    int id = nextId();
    answer(request, 200, ok(message(chat, id, text)));
    listener.accept(new Sent(chat, id, text));
  }

  private synchronized int nextId() {
    return ++messages;
  }

  private JsonObject message(long chat, int id, String text) {
    return new JsonObject()
        .put("message_id", id)
        .put("from", ME)
        .put("chat", new JsonObject().put("id", chat).put("type", "private"))
        .put("date", clock.instant().getEpochSecond())
        .put("text", text);
  }

  static JsonObject ok(Object result) {
    return new JsonObject().put("ok", true).put("result", result);
  }

  private static void refuse(HttpServerRequest request, int code, String description) {
    var body = new JsonObject().put("ok", false).put("error_code", code);
    answer(request, code, body.put("description", description));
  }

  static void answer(HttpServerRequest request, int status, JsonObject body) {
    request
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json")
        .end(body.toBuffer());
  }
}
