package id.kentongan.integrations.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TelegramSetupTest {
  private final Vertx vertx = Vertx.vertx();
  private final ScriptedBotApi telegram = new ScriptedBotApi(vertx);
  private final TelegramSetup setup =
      new TelegramSetup(new TelegramApi(vertx, telegram.access(), Duration.ofSeconds(5)));

  @AfterEach
  void everyRequestIsAsPublished() {
    vertx.close().await();
    assertThat(telegram.violations).isEmpty();
  }

  @Test
  void setsTheWebhookWithItsSecret() {
    setup.setWebhook(URI.create("https://kentongan.example/"), "secret_1").await();
    assertThat(sent("setWebhook").toString())
        .isEqualTo(
            "{\"url\":\"https://kentongan.example/webhooks/telegram\",\"max_connections\":100,"
                + "\"allowed_updates\":[\"message\",\"edited_message\",\"callback_query\","
                + "\"my_chat_member\"],\"secret_token\":\"secret_1\"}");
  }

  @Test
  void deletesTheWebhookAndNoUpdates() {
    assertThat(setup.deleteWebhook().await()).isInstanceOf(ApiAnswer.Done.class);
    assertThat(sent("deleteWebhook").toString()).isEqualTo("{}");
  }

  @Test
  void tellsWhatTelegramSays() {
    telegram.script("getWebhookInfo", ScriptedBotApi.result(Map.of("pending_update_count", 3)));
    assertThat(setup.info().await())
        .isInstanceOfSatisfying(
            ApiAnswer.Done.class,
            done -> assertThat(done.result().get("pending_update_count").asInt()).isEqualTo(3));
  }

  @Test
  void setsTheCommandsOfTheMenu() {
    setup.setCommands(Map.of("batal", "Berhenti dari isian ini")).await();
    assertThat(sent("setMyCommands").toString())
        .isEqualTo(
            "{\"commands\":[{\"command\":\"batal\",\"description\":\"Berhenti dari isian ini\"}]}");
  }

  @Test
  void refusesAccessThatCannotWorkWithoutTellingTheToken() {
    for (String url : List.of("ftp://api.telegram.org", "api.telegram.org", "https:///x")) {
      assertThatThrownBy(() -> new BotAccess(URI.create(url), "1:A"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("telegram.api-url");
    }
    for (String token : List.of("", "secret", "1:a b", "1:a/../b")) {
      assertThatThrownBy(() -> new BotAccess(URI.create("https://api.telegram.org"), token))
          .hasMessage("telegram.bot-token is not of the form 123456:ABC-DEF");
    }
  }

  private JsonNode sent(String method) {
    return telegram.calls(method).getFirst().fields();
  }
}
