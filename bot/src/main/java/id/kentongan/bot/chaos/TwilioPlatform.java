package id.kentongan.bot.chaos;

import id.kentongan.bot.bench.Posted;
import id.kentongan.bot.bench.Script.Act;
import id.kentongan.bot.bench.Script.Line;
import id.kentongan.bot.bench.TwilioContents;
import id.kentongan.bot.bench.TwilioForms;
import id.kentongan.bot.chaos.Links.Asked;
import id.kentongan.dialogs.talk.ConversationId;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Twilio's Messages and Content as they behave and misbehave. What it took it lists and reports.
///
/// Source: https://www.twilio.com/docs/messaging/api/message-resource
final class TwilioPlatform implements Platform {
  static final String FROM = "+14155238886";
  private static final long FIRST_PERSON = 628_120_000_000L;
  private static final String MESSAGES =
      "https://api.twilio.com/2010-04-01/Accounts/" + TwilioForms.ACCOUNT + "/Messages/";

  /// Where Twilio's own redirect leads.
  private static final String STORE = "/store/";

  private final Vertx vertx;
  private final Reader reader;
  private final Mood mood;
  private final Links links;
  private final Photographs photographs;
  private final TwilioMessages taken;
  private final TwilioContents contents = new TwilioContents();
  private final TwilioForms forms;
  private final HttpServer server;
  private long messages;

  /// `reports` gets the posts that tell what became of messages.
  TwilioPlatform(
      Vertx vertx,
      InstantSource clock,
      Reader reader,
      long seed,
      String publicUrl,
      Callers callers,
      Consumer<Posted> reports) {
    this.links = new Links(callers);
    this.vertx = vertx;
    this.reader = reader;
    this.mood = new Mood(seed);
    this.photographs = new Photographs(vertx, mood);
    this.forms = new TwilioForms(publicUrl);
    this.taken = new TwilioMessages(clock, new TwilioReports(vertx, forms, seed, reports));
    this.server =
        vertx.createHttpServer().requestHandler(this::receive).listen(0, "127.0.0.1").await();
  }

  @Override
  public String url() {
    return "http://127.0.0.1:" + server.actualPort();
  }

  @Override
  public ConversationId person(long number) {
    return new ConversationId("whatsapp", Long.toString(FIRST_PERSON + number));
  }

  /// Source: https://www.twilio.com/docs/messaging/guides/webhook-request
  @Override
  public Letter letter(Villager from, Line line) {
    String sid = "SM%032x".formatted(++messages);
    var form = new TreeMap<String, String>();
    form.put("MessageSid", sid);
    form.put("From", "whatsapp:+" + from.who.sender());
    form.put("To", "whatsapp:" + FROM);
    form.put("NumMedia", line.act() == Act.PHOTO ? "1" : "0");
    form.put("ProfileName", "Slamet");
    form.put("Body", from.words(line));
    switch (line.act()) {
      case SAY -> {}
      case TAP -> form.put("ButtonPayload", line.text());
      case PHOTO -> {
        form.put("MediaContentType0", "image/jpeg");
        form.put("MediaUrl0", "%s%s/Media/ME%032x".formatted(MESSAGES, sid, messages));
      }
    }
    var posted = forms.posted("/webhooks/twilio/whatsapp", form);
    return new Letter(from, line, "whatsapp:" + sid, posted);
  }

  /// Only a few times.
  @Override
  public boolean insists() {
    return false;
  }

  @Override
  public Mood mood() {
    return mood;
  }

  @Override
  public void close() {
    server.close().await();
  }

  private void receive(HttpServerRequest request) {
    Asked asked = links.of(request);
    request
        .body()
        .onSuccess(
            body -> {
              if (request.path().contains("/Media/")) {
                media(request);
              } else if (request.path().startsWith(STORE)) {
                photographs.answer(request, request.path().substring(STORE.length()));
              } else if (!request.path().endsWith("/Messages.json")) {
                Reply.json(request, 200, contents.answer(request, body));
              } else if (request.method().name().equals("GET")) {
                Reply.json(request, 200, taken.list(request.getParam("To")));
              } else {
                send(request, TwilioForms.read(body), asked);
              }
            });
  }

  /// Source: https://www.twilio.com/docs/messaging/api/media-resource
  private static void media(HttpServerRequest request) {
    if (request.method().equals(HttpMethod.DELETE)) {
      request.response().setStatusCode(204).end();
    } else {
      String name = request.path().substring(request.path().lastIndexOf('/') + 1);
      String at = "http://" + request.authority() + STORE + name;
      request.response().setStatusCode(307).putHeader("Location", at).end();
    }
  }

  private void send(HttpServerRequest request, Map<String, String> form, Asked asked) {
    String text = TwilioMessages.text(form);
    var to = new ConversationId("whatsapp", form.getOrDefault("To", "").replaceAll("[^0-9]", ""));
    Mischief mischief = mood.next(to, reader.blocks(to));
    JsonObject message = new JsonObject();
    if (mischief.takes()) {
      message = taken.take(form, text);
    }
    if (mischief.decides()) {
      reader.heard(Arrival.of(to, text, mischief, asked));
    }
    switch (mischief) {
      case NONE -> Reply.json(request, 201, message);
      case TOO_MANY -> {
        request.response().putHeader("Retry-After", "1");
        Reply.json(request, 429, refusal(20429, "Too Many Requests"));
      }
      case CONFLICT -> Reply.json(request, 408, refusal(20408, "Request Timeout"));
      case BAD_GATEWAY -> Reply.html(request);
      case CUT_BEFORE, CUT_AFTER -> Reply.cut(request);
      case HALF_ANSWER -> Reply.half(request, message);
      case SLOW -> Reply.slow(vertx, request, message);
      case REFUSED ->
          Reply.json(request, 400, refusal(63032, "We cannot send this message to the user"));
      case BLOCKED ->
          Reply.json(request, 400, refusal(21610, "Attempt to send to unsubscribed recipient"));
    }
  }

  private static JsonObject refusal(int code, String message) {
    return new JsonObject().put("code", code).put("message", message);
  }
}
