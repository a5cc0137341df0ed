package id.kentongan.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import id.kentongan.bot.settings.Settings;
import id.kentongan.bot.settings.TestSettings;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole program with stores of its own, and Telegram's door open.
class WiringTest {
  private static final Path HOME = Path.of("..");

  private static final Collector COLLECTOR = new Collector();

  @TempDir static Path data = Path.of("");
  private static Wiring wiring;
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeAll
  static void start() {
    wiring = Wiring.serve(HOME, settings(), Clock.systemUTC());
  }

  @AfterAll
  static void stop() {
    wiring.close();
    COLLECTOR.close();
  }

  @Test
  void itLivesIsReadyAndCounts() throws Exception {
    assertThat(get("/health/live").statusCode()).isEqualTo(200);
    await()
        .untilAsserted(
            () ->
                assertThat(get("/health/ready").body())
                    .startsWith(
                        "{\"status\":\"ready\",\"parts\":{\"redis\":{\"well\":true,\"seconds\":"));
    assertThat(get("/metrics").body()).contains("vertx_http_server");
  }

  @Test
  void whoeverStartsItIsToldThatTheKeyLiesOpen() throws Exception {
    assertThat(String.join(" ", wiring.greeting())).doesNotContain("master key");
    Path key = data.resolve("master.key");
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(String.join(" ", wiring.greeting())).contains("chmod 600 " + key);
  }

  /// A caller's own word for a method must not become a figure for ever, nor a zero reach a store.
  @Test
  void whatCallersMakeUpIsRefusedAndNotKept() throws Exception {
    var made = HttpRequest.newBuilder(at("/verify/x")).method("QUAX", BodyPublishers.noBody());
    assertThat(client.send(made.build(), BodyHandlers.ofString()).statusCode()).isBetween(400, 501);
    assertThat(get("/metrics").body()).doesNotContain("QUAX");
    assertThat(get("/console/klaim/%00").statusCode()).isEqualTo(400);
  }

  /// Each figure that the dashboard and the alerts ask for is one that this gateway tells.
  @Test
  void whatTheDashboardAndTheAlertsNameIsThere() throws Exception {
    assertThat(post(update(2), "right").statusCode()).isEqualTo(200);
    assertThat(post("{}", "wrong").statusCode()).isEqualTo(401);
    Set<String> named = new TreeSet<>(Set.of("kentongan_effects_total"));
    var files = List.of("grafana-dashboard.json", "prometheus-rules.yaml");
    for (String file : files) {
      String text = Files.readString(HOME.resolve("config/deploy").resolve(file));
      new YAMLMapper().readTree(text);
      Pattern.compile("(kentongan|jvm|process|disk)_[a-z_]+")
          .matcher(text)
          .results()
          .map(MatchResult::group)
          .forEach(named::add);
    }
    assertThat(named).hasSizeGreaterThan(15);
    await()
        .untilAsserted(
            () -> {
              String told = get("/metrics").body();
              assertThat(named).allMatch(name -> told.contains("\n" + name), "told");
              assertThat(told).contains("kentongan_part_well{part=\"database\"} 1");
            });
  }

  @Test
  void aTraceLeadsFromTheWebhookToTheDelivery() throws Exception {
    assertThat(post(update(3), "right").statusCode()).isEqualTo(200);
    await()
        .untilAsserted(
            () -> {
              List<JsonObject> spans = COLLECTOR.spans();
              assertThat(spans).anyMatch(span -> span.getString("name").equals("effect Send"));
              JsonObject sent =
                  spans.stream()
                      .filter(s -> s.getString("name").equals("effect Send"))
                      .findAny()
                      .orElseThrow();
              assertThat(spans)
                  .anyMatch(
                      span ->
                          span.getString("name").equals("turn")
                              && span.getString("traceId").equals(sent.getString("traceId"))
                              && span.getString("spanId").equals(sent.getString("parentSpanId")));
              assertThat(spans.toString()).doesNotContain("telegram:7", "halo");
            });
  }

  @Test
  void eachAlertNamesARunbookThatIsThere() throws Exception {
    String books = Files.readString(HOME.resolve("docs/runbooks.md"));
    var rules =
        new YAMLMapper().readTree(HOME.resolve("config/deploy/prometheus-rules.yaml").toFile());
    var alerts = rules.at("/groups/0/rules");
    assertThat(alerts).hasSizeGreaterThan(10);
    for (JsonNode alert : alerts) {
      String book = alert.at("/annotations/runbook").asText().replaceFirst(".*#", "");
      assertThat(books.lines().filter(line -> line.startsWith("## ")).map(WiringTest::anchor))
          .as(alert.get("alert").asText())
          .contains(book);
    }
  }

  private static String anchor(String heading) {
    return heading
        .substring(3)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9 -]", "")
        .replace(' ', '-');
  }

  @Test
  void itShowsTheWebChatAndTellsWhatIsOff() throws Exception {
    assertThat(get("/").body()).contains("<html lang=\"id\"");
    assertThat(String.join("\n", wiring.greeting()))
        .contains("http://localhost:" + wiring.port(), "on: web, telegram", "Slamet Riyadi")
        .contains("off, for want of credentials: whatsapp (twilio.account-sid");
  }

  @Test
  void whatItDoesNotKnowIsRefusedWithAReason() throws Exception {
    HttpResponse<String> answer = get("/nowhere");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("error");
  }

  @Test
  void aDoorJudgesBySecretThenTakesWhatIsGenuine() throws Exception {
    assertThat(post("{}", "wrong").statusCode()).isEqualTo(401);
    assertThat(post("\0\1\2", "right").statusCode()).isBetween(200, 499);
    String update = update(1);
    assertThat(post(update, "right").statusCode()).isEqualTo(200);
    assertThat(post(update, "right").statusCode()).isEqualTo(200);
  }

  @Test
  void aBodyAboveTheLimitIsNotRead() throws Exception {
    assertThat(post("x".repeat((3 << 20) + 1), "right").statusCode()).isEqualTo(413);
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(HttpRequest.newBuilder(at(path)).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String body, String secret) throws Exception {
    var request =
        HttpRequest.newBuilder(at("/webhooks/telegram"))
            .header("X-Telegram-Bot-Api-Secret-Token", secret)
            .POST(BodyPublishers.ofString(body))
            .build();
    return client.send(request, BodyHandlers.ofString());
  }

  private static String update(int id) {
    return """
    {"update_id": %d, "message": {"message_id": 2, "date": %d, "text": "halo",
     "from": {"id": 7, "is_bot": false, "first_name": "A"}, "chat": {"id": 7, "type": "private"}}}
    """
        .formatted(id, Instant.now().getEpochSecond());
  }

  private static URI at(String path) {
    return URI.create("http://127.0.0.1:" + wiring.port() + path);
  }

  private static Settings settings() {
    var environment =
        Map.of(
            "KENTONGAN_HTTP_PORT", "0",
            "KENTONGAN_DATA_DIR", data.toString(),
            "KENTONGAN_PUBLIC_URL", "https://example.test",
            "KENTONGAN_TELEGRAM_BOT_TOKEN", "1:token",
            "KENTONGAN_TELEGRAM_WEBHOOK_SECRET", "right",
            "KENTONGAN_TELEGRAM_API_URL", "http://127.0.0.1:1",
            "KENTONGAN_LOG_TURNS", "true",
            "KENTONGAN_TRACING_OTLP_URL", COLLECTOR.url());
    return TestSettings.of(environment);
  }
}
