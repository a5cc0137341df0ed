package id.kentongan.bot.bench;

import id.kentongan.bot.bench.FakeTelegram.Sent;
import id.kentongan.bot.bench.Script.Act;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Twilio as it posts messages of WhatsApp and reports on the gateway's.
///
/// Source: https://www.twilio.com/docs/messaging/guides/webhook-request
final class TwilioCourier implements Courier {
  // why their own: a report that waits for its answer keeps no message waiting. Twilio names no
  // most for its connections; nothing is to wait for one here.
  private static final int REPORTS = 500;
  private static final String FROM = "whatsapp:+14155238886";

  private final HttpClient client;
  private final FakeTwilio twilio;
  private long messages;

  private TwilioCourier(HttpClient client, FakeTwilio twilio) {
    this.client = client;
    this.twilio = twilio;
  }

  static TwilioCourier open(Vertx vertx, Consumer<Sent> listener) {
    HttpClient reports = WebhookCourier.client(vertx, REPORTS);
    return new TwilioCourier(
        WebhookCourier.client(vertx, WebhookCourier.CONNECTIONS),
        FakeTwilio.open(vertx, reports, listener).await());
  }

  @Override
  public Map<String, String> settings() {
    return Map.of(
        "KENTONGAN_TWILIO_ACCOUNT_SID",
        TwilioForms.ACCOUNT,
        "KENTONGAN_TWILIO_AUTH_TOKEN",
        TwilioForms.AUTH_TOKEN,
        "KENTONGAN_TWILIO_WHATSAPP_FROM",
        FROM.substring(FROM.indexOf('+')),
        "KENTONGAN_TWILIO_API_URL",
        twilio.url(),
        "KENTONGAN_TWILIO_CONTENT_API_URL",
        twilio.url());
  }

  @Override
  public Future<Integer> bring(Gateway gateway, Person person) {
    var form = new TreeMap<String, String>();
    form.put("MessageSid", "SM%032x".formatted(++messages));
    form.put("From", FakeTwilio.address(person.chat()));
    form.put("To", FROM);
    form.put("NumMedia", "0");
    form.put("ProfileName", "Slamet");
    form.put("Body", person.words());
    if (person.line().act() == Act.TAP) {
      form.put("ButtonPayload", person.line().text());
    }
    String url = "http://127.0.0.1:" + gateway.port();
    return post(
        client, gateway.port(), new TwilioForms(url).posted("/webhooks/twilio/whatsapp", form));
  }

  /// The status that a gateway answers.
  static Future<Integer> post(HttpClient client, int port, Posted posted) {
    var options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setHost("127.0.0.1")
            .setPort(port)
            .setURI(posted.path());
    posted.headers().forEach(options::putHeader);
    return client
        .request(options)
        .compose(request -> request.send(posted.body()))
        .compose(response -> response.end().map(response.statusCode()));
  }
}
