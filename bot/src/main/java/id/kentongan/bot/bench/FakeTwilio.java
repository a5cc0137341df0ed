package id.kentongan.bot.bench;

import id.kentongan.bot.bench.FakeTelegram.Sent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Twilio's Messages and Content on loopback: takes every message, tells one listener, and reports
/// that it was sent and delivered.
///
/// Source: https://www.twilio.com/docs/messaging/api/message-resource
final class FakeTwilio {
  private static final String PREFIX = "whatsapp:+62";
  private static final List<String> STATES = List.of("sent", "delivered");

  private final HttpClient reports;
  private final Consumer<Sent> listener;
  private final TwilioContents contents = new TwilioContents();
  private final HttpServer server;
  private int messages;

  private FakeTwilio(Vertx vertx, HttpClient reports, Consumer<Sent> listener) {
    this.reports = reports;
    this.listener = listener;
    this.server = vertx.createHttpServer().requestHandler(this::receive);
  }

  /// Listens on a free port; `reports` posts what became of messages.
  static Future<FakeTwilio> open(Vertx vertx, HttpClient reports, Consumer<Sent> listener) {
    var twilio = new FakeTwilio(vertx, reports, listener);
    return twilio.server.listen(0, "127.0.0.1").map(twilio);
  }

  /// A person's number on WhatsApp.
  static String address(long chat) {
    return PREFIX + chat;
  }

  String url() {
    return "http://127.0.0.1:" + server.actualPort();
  }

  private void receive(HttpServerRequest request) {
    request
        .body()
        .onSuccess(
            body -> {
              if (!request.path().endsWith("/Messages.json")) {
                FakeTelegram.answer(request, 200, contents.answer(request, body));
              } else if (request.method().name().equals("GET")) {
                FakeTelegram.answer(
                    request, 200, new JsonObject().put("messages", new JsonArray()));
              } else {
                send(request, TwilioForms.read(body));
              }
            });
  }

  private void send(HttpServerRequest request, Map<String, String> form) {
    String to = form.getOrDefault("To", "");
    String variables = form.get("ContentVariables");
    String text =
        variables == null
            ? form.getOrDefault("Body", "")
            : new JsonObject(variables).getString("1");
    int number = ++messages;
    String sid = "MM%032x".formatted(number);
    FakeTelegram.answer(
        request, 201, new JsonObject().put("sid", sid).put("status", "queued").put("to", to));
    report(sid, to, URI.create(form.getOrDefault("StatusCallback", "")));
    listener.accept(new Sent(Long.parseLong(to.substring(PREFIX.length())), number, text));
  }

  private void report(String sid, String to, URI callback) {
    var forms = new TwilioForms("http://" + callback.getAuthority());
    for (String state : STATES) {
      var form = new TreeMap<>(Map.of("MessageSid", sid, "MessageStatus", state, "To", to));
      String path = callback.getRawPath() + '?' + callback.getRawQuery();
      var _ = TwilioCourier.post(reports, callback.getPort(), forms.posted(path, form));
    }
  }
}
