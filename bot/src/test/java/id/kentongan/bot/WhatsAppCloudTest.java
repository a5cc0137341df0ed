package id.kentongan.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import id.kentongan.bot.settings.Settings;
import id.kentongan.bot.settings.TestSettings;
import id.kentongan.integrations.cloudapi.CloudDoor;
import id.kentongan.integrations.cloudapi.Signed;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole program with WhatsApp by the Cloud API, and WireMock as Meta.
class WhatsAppCloudTest {
  private static final Path HOME = Path.of("..");

  @TempDir static Path data = Path.of("");
  private static final WireMockServer META =
      new WireMockServer(WireMockConfiguration.options().dynamicPort());
  private static Wiring wiring;
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeAll
  static void start() {
    META.start();
    META.stubFor(
        WireMock.post(WireMock.urlPathMatching(".*/messages"))
            .willReturn(WireMock.okJson("{\"messages\": [{\"id\": \"wamid.OUT\"}]}")));
    wiring = Wiring.serve(HOME, settings(), Clock.systemUTC());
  }

  @AfterAll
  static void stop() {
    wiring.close();
    META.stop();
  }

  @Test
  void aMessageIsAnsweredOnceHoweverOftenItComes() throws Exception {
    for (int i = 0; i < 3; i++) {
      assertThat(post(message("wamid.IN1"), true)).isEqualTo(200);
    }
    var said =
        WireMock.postRequestedFor(WireMock.urlPathMatching(".*/messages"))
            .withRequestBody(WireMock.matchingJsonPath("$.biz_opaque_callback_data"));
    await().until(() -> !META.findAll(said).isEmpty());
    await().until(() -> wiring.house().quiet(Duration.ofSeconds(10)).await());
    long once = META.findAll(said).stream().map(r -> r.getBodyAsString()).distinct().count();
    assertThat(META.findAll(said)).hasSize((int) once);
    assertThat(META.findAll(said).getFirst().getBodyAsString())
        .contains("\"to\":\"6281234567890\"", "\"type\":\"");
  }

  @Test
  void whatIsNotSignedIsRefused() throws Exception {
    assertThat(post(message("wamid.IN2"), false)).isEqualTo(403);
  }

  @Test
  void theAddressIsProvedToMeta() throws Exception {
    String word = Signed.ACCOUNT.verifyToken();
    HttpResponse<String> proved =
        get("?hub.mode=subscribe&hub.challenge=115&hub.verify_token=" + word);
    assertThat(proved.statusCode()).isEqualTo(200);
    assertThat(proved.body()).isEqualTo("115");
    assertThat(get("?hub.mode=subscribe&hub.challenge=115&hub.verify_token=x").statusCode())
        .isEqualTo(403);
  }

  @Test
  void aReportIsTaken() throws Exception {
    String report =
        webhook(
            """
            "statuses": [{"id": "wamid.OUT", "status": "delivered", "timestamp": "1750857384",
                          "recipient_id": "6281234567890"}]\
            """);
    assertThat(post(report, true)).isEqualTo(200);
  }

  @Test
  void itIsOn() {
    assertThat(String.join("\n", wiring.greeting())).contains("on: web, whatsapp");
  }

  private HttpResponse<String> get(String query) throws Exception {
    return client.send(HttpRequest.newBuilder(at(query)).build(), BodyHandlers.ofString());
  }

  private int post(String body, boolean signed) throws Exception {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String signature = signed ? Signed.signature(bytes) : "0";
    var request =
        HttpRequest.newBuilder(at(""))
            .header("Content-Type", "application/json")
            .header("X-Hub-Signature-256", "sha256=" + signature)
            .POST(BodyPublishers.ofByteArray(bytes))
            .build();
    return client.send(request, BodyHandlers.ofString()).statusCode();
  }

  private static String message(String id) {
    return webhook(
        """
        "contacts": [{"profile": {"name": "Slamet"}, "wa_id": "6281234567890"}],
        "messages": [{"from": "6281234567890", "id": "%s", "timestamp": "%d", "type": "text",
                      "text": {"body": "halo"}}]\
        """
            .formatted(id, Instant.now().getEpochSecond()));
  }

  private static String webhook(String value) {
    return """
    {"object": "whatsapp_business_account", "entry": [{"id": "1", "changes": [{"field": "messages",
      "value": {"messaging_product": "whatsapp", "metadata": {"phone_number_id": "%s"}, %s}}]}]}
    """
        .formatted(Signed.ACCOUNT.phoneNumberId(), value);
  }

  private static URI at(String query) {
    return URI.create("http://127.0.0.1:" + wiring.port() + CloudDoor.PATH + query);
  }

  private static Settings settings() {
    var environment =
        Map.of(
            "KENTONGAN_HTTP_PORT", "0",
            "KENTONGAN_DATA_DIR", data.toString(),
            "KENTONGAN_PUBLIC_URL", "https://kentongan.example.go.id",
            "KENTONGAN_WHATSAPP_CLOUD_PHONE_NUMBER_ID", Signed.ACCOUNT.phoneNumberId(),
            "KENTONGAN_WHATSAPP_CLOUD_ACCESS_TOKEN", Signed.ACCOUNT.accessToken(),
            "KENTONGAN_WHATSAPP_CLOUD_APP_SECRET", Signed.ACCOUNT.appSecret(),
            "KENTONGAN_WHATSAPP_CLOUD_VERIFY_TOKEN", Signed.ACCOUNT.verifyToken(),
            "KENTONGAN_WHATSAPP_CLOUD_API_URL", META.baseUrl() + "/v23.0");
    return TestSettings.of(environment);
  }
}
