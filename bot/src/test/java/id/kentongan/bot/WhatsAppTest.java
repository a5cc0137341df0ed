package id.kentongan.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import id.kentongan.bot.settings.Settings;
import id.kentongan.bot.settings.TestSettings;
import id.kentongan.integrations.twilio.Posted;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole program with WhatsApp, and WireMock as Twilio.
class WhatsAppTest {
  private static final Path HOME = Path.of("..");
  private static final String WHATSAPP = "/webhooks/twilio/whatsapp";

  @TempDir static Path data = Path.of("");
  private static final WireMockServer TWILIO =
      new WireMockServer(WireMockConfiguration.options().dynamicPort());
  private static Wiring wiring;
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeAll
  static void start() {
    TWILIO.start();
    String contents = "{\"contents\": []}";
    TWILIO.stubFor(
        WireMock.get(WireMock.urlPathEqualTo("/v2/Content")).willReturn(WireMock.okJson(contents)));
    TWILIO.stubFor(WireMock.post("/v1/Content").willReturn(WireMock.okJson("{\"sid\": \"HX1\"}")));
    TWILIO.stubFor(
        WireMock.post(WireMock.urlPathMatching(".*/Messages.json"))
            .willReturn(WireMock.okJson("{\"sid\": \"SM9\"}")));
    wiring = Wiring.serve(HOME, settings(), Clock.systemUTC());
  }

  @AfterAll
  static void stop() {
    wiring.close();
    TWILIO.stop();
  }

  @Test
  void aMessageIsAnsweredOnceHoweverOftenItComes() throws Exception {
    for (int i = 0; i < 3; i++) {
      assertThat(post(WHATSAPP, message("SM1"), true)).isEqualTo(200);
    }
    var sent = WireMock.postRequestedFor(WireMock.urlPathMatching(".*/Messages.json"));
    await().until(() -> !TWILIO.findAll(sent).isEmpty());
    await().until(() -> wiring.house().quiet(Duration.ofSeconds(10)).await());
    long once = TWILIO.findAll(sent).stream().map(r -> r.getBodyAsString()).distinct().count();
    assertThat(TWILIO.findAll(sent)).hasSize((int) once);
    assertThat(TWILIO.findAll(sent).getFirst().getBodyAsString())
        .contains("To=whatsapp%3A%2B6281234567890", "From=whatsapp%3A%2B14155238886");
  }

  @Test
  void whatIsNotSignedIsRefused() throws Exception {
    assertThat(post(WHATSAPP, message("SM2"), false)).isEqualTo(403);
    assertThat(post("/webhooks/twilio/status", message("SM2"), false)).isEqualTo(403);
  }

  @Test
  void aReportIsTaken() throws Exception {
    var report = List.of(Map.entry("MessageSid", "SM9"), Map.entry("MessageStatus", "delivered"));
    assertThat(post("/webhooks/twilio/status?e=abc", report, true)).isEqualTo(200);
  }

  @Test
  void itIsOnAndReady() throws Exception {
    assertThat(String.join("\n", wiring.greeting())).contains("on: web, whatsapp");
    var ready = HttpRequest.newBuilder(at("/health/ready")).build();
    await().until(() -> client.send(ready, BodyHandlers.ofString()).statusCode() == 200);
  }

  private int post(String uri, List<Map.Entry<String, String>> form, boolean signed)
      throws Exception {
    var request =
        HttpRequest.newBuilder(at(uri))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("X-Twilio-Signature", signed ? Posted.signature(uri, form) : "none")
            .POST(BodyPublishers.ofByteArray(Posted.body(form)))
            .build();
    return client.send(request, BodyHandlers.ofString()).statusCode();
  }

  private static List<Map.Entry<String, String>> message(String sid) {
    return List.of(
        Map.entry("MessageSid", sid),
        Map.entry("From", "whatsapp:+6281234567890"),
        Map.entry("To", "whatsapp:+14155238886"),
        Map.entry("NumMedia", "0"),
        Map.entry("Body", "halo"));
  }

  private static URI at(String path) {
    return URI.create("http://127.0.0.1:" + wiring.port() + path);
  }

  private static Settings settings() {
    var environment =
        Map.of(
            "KENTONGAN_HTTP_PORT", "0",
            "KENTONGAN_DATA_DIR", data.toString(),
            "KENTONGAN_PUBLIC_URL", Posted.PUBLIC,
            "KENTONGAN_TWILIO_ACCOUNT_SID", Posted.ACCOUNT.sid(),
            "KENTONGAN_TWILIO_AUTH_TOKEN", Posted.ACCOUNT.authToken(),
            "KENTONGAN_TWILIO_WHATSAPP_FROM", "+14155238886",
            "KENTONGAN_TWILIO_API_URL", TWILIO.baseUrl(),
            "KENTONGAN_TWILIO_CONTENT_API_URL", TWILIO.baseUrl());
    return TestSettings.of(environment);
  }
}
