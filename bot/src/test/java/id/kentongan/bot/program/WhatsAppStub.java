package id.kentongan.bot.program;

import id.kentongan.integrations.twilio.Posted;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// Twilio, as far as the program needs it, and the phones behind it.
///
/// Source: https://www.twilio.com/docs/messaging/api/message-resource
final class WhatsAppStub implements AutoCloseable {
  private static final String WEBHOOK = "/webhooks/twilio/whatsapp";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final Vertx vertx = Vertx.vertx();
  private final HttpServer server;
  private final AtomicInteger messages = new AtomicInteger();
  private final List<Sent> sent = new CopyOnWriteArrayList<>();

  private record Sent(String to, String text) {}

  WhatsAppStub() {
    server = vertx.createHttpServer().requestHandler(this::handle).listen(0, "127.0.0.1").await();
  }

  /// The program with WhatsApp over this, and a template for what comes out of the blue.
  Program on(Program program) {
    String url = "http://127.0.0.1:" + server.actualPort();
    return program
        .with("PUBLIC_URL", Posted.PUBLIC)
        .with("TWILIO_ACCOUNT_SID", Posted.ACCOUNT.sid())
        .with("TWILIO_AUTH_TOKEN", Posted.ACCOUNT.authToken())
        .with("TWILIO_WHATSAPP_FROM", "+14155238886")
        .with("TWILIO_NOTICE_TEMPLATE", "HX" + "0".repeat(32))
        .with("TWILIO_CODE_TEMPLATE", "HX" + "1".repeat(32))
        .with("TWILIO_API_URL", url)
        .with("TWILIO_CONTENT_API_URL", url);
  }

  /// What a phone was told, in the order of arrival; a template by its values.
  List<String> toldTo(String phone) {
    return sent.stream()
        .filter(one -> one.to().equals("whatsapp:" + phone))
        .map(Sent::text)
        .toList();
  }

  /// A phone answers, by the signed webhook.
  void writes(int port, String phone, String text) {
    var form =
        List.of(
            Map.entry("MessageSid", "SM%032d".formatted(messages.incrementAndGet())),
            Map.entry("From", "whatsapp:" + phone),
            Map.entry("To", "whatsapp:+14155238886"),
            Map.entry("NumMedia", "0"),
            Map.entry("Body", text));
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + WEBHOOK))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("X-Twilio-Signature", Posted.signature(WEBHOOK, form))
            .POST(BodyPublishers.ofByteArray(Posted.body(form)))
            .build();
    try {
      int status = CLIENT.send(request, BodyHandlers.discarding()).statusCode();
      if (status != 200) {
        throw new AssertionError("the webhook answered " + status);
      }
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private void handle(HttpServerRequest http) {
    http.setExpectMultipart(http.method().equals(HttpMethod.POST) && http.path().endsWith(".json"));
    http.endHandler(
        end -> {
          String to = http.getFormAttribute("To");
          if (to != null) {
            String body = http.getFormAttribute("Body");
            sent.add(new Sent(to, body == null ? http.getFormAttribute("ContentVariables") : body));
          }
          http.response()
              .putHeader("Content-Type", "application/json")
              .end(
                  new JsonObject()
                      .put("sid", "SM%032d".formatted(messages.incrementAndGet()))
                      .put("contents", new JsonArray())
                      .put("messages", new JsonArray())
                      .encode());
        });
  }

  @Override
  public void close() {
    vertx.close().await();
  }
}
