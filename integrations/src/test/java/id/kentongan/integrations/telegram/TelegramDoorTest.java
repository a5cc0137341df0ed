package id.kentongan.integrations.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.kentongan.integrations.Door;
import id.kentongan.integrations.Door.Admitted;
import id.kentongan.integrations.channel.Fixtures;
import id.kentongan.integrations.channel.Fixtures.Fixture;
import id.kentongan.integrations.channel.Mutations;
import id.kentongan.integrations.channel.Shown;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TelegramDoorTest {
  private static final String SECRET = "a-secret_of_1";
  private static final TelegramDoor DOOR =
      new TelegramDoor(
          SECRET,
          new TelegramClock(InstantSource.fixed(Instant.parse("2026-11-21T03:00:00Z"))),
          "Maaf, saya hanya bisa membantu lewat obrolan pribadi.");

  static List<Fixture> incoming() {
    return ScriptedBotApi.FIXTURES.in("incoming");
  }

  @ParameterizedTest
  @MethodSource("incoming")
  void readsAnUpdate(Fixture fixture) {
    Admitted admitted = admit(bytes(fixture.json().get("update")));
    assertThat(shown(admitted).toPrettyString())
        .isEqualTo(fixture.json().get("admitted").toPrettyString());
  }

  @Test
  void letsNobodyInWithoutTheSecret() {
    byte[] update = bytes(incoming().getFirst().json().get("update"));
    var without = new Door.Request("POST", TelegramDoor.PATH, headers(), Buffer.buffer(update));
    assertThat(DOOR.admit(without)).isEqualTo(refused(401, "no or wrong secret token"));
    for (String wrong : List.of("", "a-secret_of_", SECRET + "1", "A-secret_of_1", "ä")) {
      var request =
          new Door.Request(
              "POST",
              TelegramDoor.PATH,
              headers().set("x-telegram-bot-api-secret-token", wrong),
              Buffer.buffer(update));
      assertThat(DOOR.admit(request)).isEqualTo(refused(401, "no or wrong secret token"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "get", "PUT", "post"})
  void takesNothingButAPost(String method) {
    byte[] update = bytes(incoming().getFirst().json().get("update"));
    var headers = headers().set("X-Telegram-Bot-Api-Secret-Token", SECRET);
    var request = new Door.Request(method, TelegramDoor.PATH, headers, Buffer.buffer(update));
    assertThat(DOOR.admit(request)).isEqualTo(refused(405, "another method is wanted"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "null", "[]", "17", "\"x\"", "{", "{}", "{\"update_id\":\"x\"}"})
  void refusesWhatIsNoUpdate(String body) {
    assertThat(admit(body.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
        .isEqualTo(refused(400, "not an update"));
  }

  @Test
  void standsAnyDepth() {
    for (String open :
        List.of("[", "{\"a\":", "{\"update_id\":1,\"message\":{\"reply_to_message\":")) {
      byte[] deep = open.repeat(200_000).getBytes(java.nio.charset.StandardCharsets.UTF_8);
      assertThat(admit(deep)).isInstanceOf(Admitted.Refused.class);
    }
  }

  @ParameterizedTest
  @MethodSource("incoming")
  void standsAnyMutation(Fixture fixture) {
    long seed = Long.getLong("seed", 20261121L) + fixture.name().hashCode();
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    for (int i = 0; i < 600; i++) {
      byte[] mutated =
          i % 2 == 0
              ? Mutations.bytes(bytes(fixture.json().get("update")), random)
              : bytes(Mutations.tree(fixture.json().get("update"), random));
      assertThat(admit(mutated)).as("seed %d, round %d", seed, i).isNotNull();
    }
  }

  @Test
  void asksForASecretThatTelegramCanCarry() {
    for (String bad : List.of("", "with space", "ä", "x".repeat(257))) {
      assertThatThrownBy(() -> new TelegramDoor(bad, new TelegramClock(InstantSource.system()), ""))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("telegram.webhook-secret");
    }
    assertThat(WebhookSecret.of("1:A"))
        .matches("[A-Za-z0-9_-]{64}")
        .isNotEqualTo(WebhookSecret.of("1:B"));
  }

  private static Admitted admit(byte[] body) {
    MultiMap headers = headers().set("X-Telegram-Bot-Api-Secret-Token", SECRET);
    return DOOR.admit(new Door.Request("POST", TelegramDoor.PATH, headers, Buffer.buffer(body)));
  }

  private static MultiMap headers() {
    return MultiMap.caseInsensitiveMultiMap();
  }

  private static Admitted refused(int status, String reason) {
    return new Admitted.Refused(status, reason);
  }

  private static byte[] bytes(JsonNode json) {
    try {
      return Fixtures.MAPPER.writeValueAsBytes(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static JsonNode shown(Admitted admitted) {
    ObjectNode shown = Fixtures.MAPPER.createObjectNode();
    switch (admitted) {
      case Admitted.Events(var events) ->
          events.forEach(event -> shown.withArray("Events").add(Shown.of(event)));
      case Admitted.Ignored(String reason) -> shown.put("Ignored", reason);
      case Admitted.Refused(int status, _) -> shown.put("Refused", status);
      case Admitted.Reply(String type, String body) -> {
        assertThat(type).isEqualTo("application/json");
        shown.set("Reply", parsed(body));
      }
      case Admitted.Reports _ -> throw new AssertionError("Telegram sends no reports");
    }
    return shown;
  }

  private static JsonNode parsed(String body) {
    try {
      JsonNode reply = Fixtures.MAPPER.readTree(body);
      ObjectNode ordered =
          Fixtures.MAPPER.createObjectNode().put("method", reply.get("method").asText());
      reply.properties().forEach(field -> ordered.set(field.getKey(), field.getValue()));
      return ordered;
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
