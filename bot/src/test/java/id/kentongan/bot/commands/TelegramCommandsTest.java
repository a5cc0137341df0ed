package id.kentongan.bot.commands;

import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TelegramCommandsTest {
  private static final String TOKEN = "123456:ABC-def";

  private final WireMockServer telegram =
      new WireMockServer(WireMockConfiguration.options().dynamicPort());
  private final StringWriter said = new StringWriter();

  @TempDir private Path home = Path.of("");

  @BeforeEach
  void start() {
    telegram.start();
    System.setProperty("kentongan.home", home.toString());
  }

  @AfterEach
  void stop() {
    telegram.stop();
    System.clearProperty("kentongan.home");
  }

  @Test
  void setsTheWebhookWithTheSecret() throws IOException {
    configure(TOKEN, "https://kentongan.example", "s-1");
    answer("setWebhook", "{\"ok\":true,\"result\":true}");
    assertThat(run("set-webhook")).isZero();
    assertThat(said.toString())
        .isEqualToIgnoringNewLines(
            "Telegram posts updates to https://kentongan.example/webhooks/telegram");
    telegram.verify(
        postRequestedFor(urlPathEqualTo("/bot" + TOKEN + "/setWebhook"))
            .withRequestBody(
                equalToJson(
                    "{\"url\":\"https://kentongan.example/webhooks/telegram\",\"secret_token\":\"s-1\"}",
                    true,
                    true)));
  }

  @Test
  void refusesAWebhookThatTelegramWouldNotPostTo() throws IOException {
    configure(TOKEN, "http://kentongan.example", "");
    assertThat(run("set-webhook")).isOne();
    assertThat(said.toString()).contains("set public-url to our https address");
  }

  @Test
  void deletesTheWebhookAndKeepsWhatWaits() throws IOException {
    configure(TOKEN, "", "");
    answer("deleteWebhook", "{\"ok\":true,\"result\":true}");
    assertThat(run("delete-webhook")).isZero();
    telegram.verify(
        postRequestedFor(urlPathEqualTo("/bot" + TOKEN + "/deleteWebhook"))
            .withRequestBody(equalToJson("{}")));
  }

  @Test
  void showsWhatTelegramKnows() throws IOException {
    configure(TOKEN, "", "");
    answer(
        "getWebhookInfo",
        "{\"ok\":true,\"result\":{\"url\":\"https://old.example/x\",\"pending_update_count\":4,"
            + "\"last_error_date\":1795000000,\"last_error_message\":\"Connection refused\"}}");
    assertThat(run("info")).isZero();
    assertThat(said.toString())
        .contains("webhook     https://old.example/x", "waiting     4", "Connection refused");
  }

  @Test
  void saysWhatTelegramSaidWithoutTheToken() throws IOException {
    configure(TOKEN, "", "");
    answer("getWebhookInfo", "{\"ok\":false,\"error_code\":401,\"description\":\"Unauthorized\"}");
    assertThat(run("info")).isOne();
    assertThat(said.toString()).contains("401 Unauthorized").doesNotContain("ABC-def");
  }

  @Test
  void saysThatTelegramIsOff() throws IOException {
    configure("", "", "");
    assertThat(run("info")).isOne();
    assertThat(said.toString()).contains("set telegram.bot-token");
  }

  private int run(String command) {
    var out = new PrintWriter(said, true);
    return Commands.line().setOut(out).setErr(out).execute("telegram", command);
  }

  private void answer(String method, String body) {
    String path = "/bot" + TOKEN + "/" + method;
    telegram.stubFor(post(urlPathEqualTo(path)).willReturn(okJson(body)));
  }

  private void configure(String token, String publicUrl, String secret) throws IOException {
    String yaml =
        Files.readString(Path.of("../config/application.yaml"))
            .replace("bot-token:\n", "bot-token: \"" + token + "\"\n")
            .replace("public-url:\n", "public-url: " + publicUrl + "\n")
            .replace("webhook-secret:\n", "webhook-secret: " + secret + "\n")
            .replace("https://api.telegram.org", telegram.baseUrl());
    Files.createDirectories(home.resolve("config"));
    Files.writeString(home.resolve("config/application.yaml"), yaml);
  }
}
