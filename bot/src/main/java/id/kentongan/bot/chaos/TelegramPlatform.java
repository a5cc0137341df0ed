package id.kentongan.bot.chaos;

import id.kentongan.bot.bench.Posted;
import id.kentongan.bot.bench.Script.Line;
import id.kentongan.bot.chaos.Links.Asked;
import id.kentongan.dialogs.talk.ConversationId;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.util.Map;

/// The Bot API as it behaves and misbehaves.
///
/// Source: https://core.telegram.org/bots/api#making-requests
final class TelegramPlatform implements Platform {
  static final String TOKEN = "123456789:chaos";
  static final String SECRET = "chaos-secret";
  private static final long FIRST_PERSON = 6_000_000_000L;
  private static final String METHODS = "/bot" + TOKEN + '/';
  private static final String FILES = "/file" + METHODS;
  private static final String PHOTO = "photo";

  private final Vertx vertx;
  private final InstantSource clock;
  private final Reader reader;
  private final Mood mood;
  private final Links links;
  private final Photographs photographs;
  private final HttpServer server;
  private long updates = 1000;
  private int messages = 1000;

  TelegramPlatform(Vertx vertx, InstantSource clock, Reader reader, long seed, Callers callers) {
    this.links = new Links(callers);
    this.vertx = vertx;
    this.clock = clock;
    this.reader = reader;
    this.mood = new Mood(seed);
    this.photographs = new Photographs(vertx, mood);
    this.server =
        vertx.createHttpServer().requestHandler(this::receive).listen(0, "127.0.0.1").await();
  }

  @Override
  public String url() {
    return "http://127.0.0.1:" + server.actualPort();
  }

  @Override
  public ConversationId person(long number) {
    return new ConversationId("telegram", Long.toString(FIRST_PERSON + number));
  }

  /// Source: https://core.telegram.org/bots/api#update
  @Override
  public Letter letter(Villager from, Line line) {
    long id = ++updates;
    long chat = Long.parseLong(from.who.sender());
    var person = new JsonObject().put("id", chat).put("is_bot", false).put("first_name", "Slamet");
    var message =
        new JsonObject()
            .put("message_id", id)
            .put("from", person)
            .put("chat", new JsonObject().put("id", chat).put("type", "private"))
            .put("date", clock.instant().getEpochSecond());
    var update = new JsonObject().put("update_id", id);
    switch (line.act()) {
      case SAY -> update.put("message", message.put("text", from.words(line)));
      case TAP ->
          update.put(
              "callback_query",
              new JsonObject()
                  .put("id", Long.toString(id))
                  .put("from", person)
                  .put("message", message.put("text", "?"))
                  .put("chat_instance", Long.toString(chat))
                  .put("data", line.text()));
      case PHOTO ->
          update.put(
              "message",
              message.put("caption", line.text()).put("photo", new JsonArray().add(photo(id))));
    }
    var headers =
        Map.of("Content-Type", "application/json", "X-Telegram-Bot-Api-Secret-Token", SECRET);
    var posted = new Posted("/webhooks/telegram", headers, update.toBuffer());
    return new Letter(from, line, "telegram:" + id, posted);
  }

  @Override
  public boolean insists() {
    return true;
  }

  @Override
  public Mood mood() {
    return mood;
  }

  @Override
  public void close() {
    server.close().await();
  }

  /// Source: https://core.telegram.org/bots/api#photosize
  private JsonObject photo(long id) {
    return new JsonObject()
        .put("file_id", PHOTO + id)
        .put("file_unique_id", "u" + id)
        .put("width", 900)
        .put("height", 600)
        .put("file_size", photographs.size());
  }

  private void receive(HttpServerRequest request) {
    Asked asked = links.of(request);
    request
        .body()
        .onSuccess(
            body -> {
              String path = request.path();
              if (path.startsWith(FILES)) {
                photographs.answer(request, path.substring(FILES.length()));
              } else if (path.equals(METHODS + "getFile")) {
                file(request, body.toJsonObject().getString("file_id"));
              } else if (path.equals(METHODS + "sendMessage")) {
                send(request, body, asked);
              } else {
                Reply.json(request, 200, new JsonObject().put("ok", true).put("result", true));
              }
            });
  }

  /// Source: https://core.telegram.org/bots/api#getfile
  private static void file(HttpServerRequest request, String id) {
    if (Photographs.expired(id)) {
      String gone = "Bad Request: wrong file_id or the file is temporarily unavailable";
      Reply.json(request, 400, refusal(400, gone));
    } else {
      var file = new JsonObject().put("file_id", id).put("file_path", id);
      Reply.json(request, 200, new JsonObject().put("ok", true).put("result", file));
    }
  }

  private void send(HttpServerRequest request, Buffer body, Asked asked) {
    JsonObject sent = body.toJsonObject();
    var to = new ConversationId("telegram", sent.getValue("chat_id").toString());
    String text = sent.getString("text");
    Mischief mischief = mood.next(to, reader.blocks(to));
    if (mischief.decides()) {
      reader.heard(Arrival.of(to, text, mischief, asked));
    }
    switch (mischief) {
      case NONE -> Reply.json(request, 200, taken(to));
      case TOO_MANY ->
          Reply.json(
              request,
              429,
              refusal(429, "Too Many Requests")
                  .put("parameters", new JsonObject().put("retry_after", 1)));
      case CONFLICT -> Reply.json(request, 409, refusal(409, "Conflict"));
      case BAD_GATEWAY -> Reply.html(request);
      case CUT_BEFORE, CUT_AFTER -> Reply.cut(request);
      case HALF_ANSWER -> Reply.half(request, taken(to));
      case SLOW -> Reply.slow(vertx, request, taken(to));
      case REFUSED ->
          Reply.json(request, 400, refusal(400, "Bad Request: chaos refuses this message"));
      case BLOCKED ->
          Reply.json(request, 403, refusal(403, "Forbidden: bot was blocked by the user"));
    }
  }

  private JsonObject taken(ConversationId to) {
    long chat = Long.parseLong(to.sender());
    var message =
        new JsonObject()
            .put("message_id", ++messages)
            .put("chat", new JsonObject().put("id", chat).put("type", "private"))
            .put("date", clock.instant().getEpochSecond());
    return new JsonObject().put("ok", true).put("result", message);
  }

  private static JsonObject refusal(int code, String description) {
    return new JsonObject()
        .put("ok", false)
        .put("error_code", code)
        .put("description", description);
  }
}
