package id.kentongan.integrations.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import id.kentongan.dialogs.talk.Bubble;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.integrations.Outcome;
import id.kentongan.integrations.Outgoing;
import id.kentongan.integrations.Term;
import id.kentongan.integrations.channel.Answer;
import id.kentongan.integrations.channel.Fixtures;
import id.kentongan.integrations.channel.Fixtures.Fixture;
import id.kentongan.integrations.channel.Nobody;
import id.kentongan.integrations.channel.Shown;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TelegramChannelTest {
  private static final ConversationId SLAMET = new ConversationId("telegram", "5512340001");
  private static final int LARGE = 10_000_001;

  private final Vertx vertx = Vertx.vertx();
  private final ScriptedBotApi telegram = new ScriptedBotApi(vertx);
  private TelegramChannel channel = channel(telegram.access(), Answer.PATIENT);

  @BeforeEach
  void freshChannel() {
    channel = channel(telegram.access(), Answer.PATIENT);
  }

  @AfterEach
  void everyRequestIsAsPublished() {
    vertx.close().await();
    assertThat(telegram.violations).isEmpty();
  }

  static List<Fixture> outgoing() {
    return ScriptedBotApi.FIXTURES.in("outgoing");
  }

  @ParameterizedTest
  @MethodSource("outgoing")
  void sends(Fixture fixture) {
    JsonNode json = fixture.json();
    Answer answer = Answer.of(json.get("answer"));
    for (String method : List.of("sendMessage", "sendPhoto", "sendDocument")) {
      telegram.script(method, answer);
    }
    channel = channel(telegram.access(), answer.patience());
    Outcome outcome = channel.send(message(json.get("send"))).await();
    assertThat(Shown.of(outcome)).isEqualTo(json.get("outcome"));
    await().untilAsserted(() -> assertThat(requests()).isEqualTo(sorted(json.get("requests"))));
  }

  @Test
  void answersATapOnceHoweverManyBubbles() {
    for (int i = 0; i < 3; i++) {
      channel.send(outgoing(Bubble.of("satu"), "16/4382")).await();
    }
    channel.typing(SLAMET, "16/4382").await();
    assertThat(telegram.calls("answerCallbackQuery")).hasSize(1);
    assertThat(telegram.calls("editMessageReplyMarkup")).hasSize(1);
    assertThat(telegram.calls("sendMessage")).hasSize(3);
  }

  @Test
  void aTapThatCannotBeAnsweredHindersNothing() {
    String tooOld = "{\"ok\":false,\"error_code\":400,\"description\":\"query is too old\"}";
    telegram.script("answerCallbackQuery", Answer.json(400, tooOld));
    telegram.script("editMessageReplyMarkup", new Answer.Cut());
    telegram.script("sendMessage", ScriptedBotApi.result(java.util.Map.of("message_id", 7)));
    assertThat(channel.send(outgoing(Bubble.of("x"), "16/4382")).await())
        .isEqualTo(new Outcome.Delivered("7"));
  }

  @Test
  void sendsEvenHalfACharacter() {
    telegram.script("sendMessage", ScriptedBotApi.result(java.util.Map.of("message_id", 7)));
    assertThat(channel.send(outgoing(Bubble.of("a\ud83d"), null)).await())
        .isEqualTo(new Outcome.Delivered("7"));
    assertThat(telegram.calls.getFirst().fields().get("text").asText()).isEqualTo("a?");
  }

  @Test
  void sendsFromAnyThread() {
    telegram.usually("sendDocument", f -> ScriptedBotApi.result(java.util.Map.of("message_id", 7)));
    var pdf = new Bubble("", List.of(), new Bubble.Attachment("f", "application/pdf", "a.pdf"));
    for (int i = 0; i < 300; i++) {
      assertThat(channel.send(outgoing(pdf, null)).await()).isEqualTo(new Outcome.Delivered("7"));
    }
  }

  @Test
  void typesAndNeverFails() {
    channel.typing(SLAMET, "17").await();
    assertThat(telegram.calls("sendChatAction").getFirst().fields().toString())
        .contains("\"action\":\"typing\"", "\"chat_id\":\"5512340001\"");
    telegram.script("sendChatAction", new Answer.Cut());
    channel.typing(SLAMET, "no handle of ours").await();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "card.png"})
  void sendsNothingWhenItsTermIsNearlyOver(String file) {
    var card = new Bubble.Attachment(file, "image/png", file);
    var bubble = file.isEmpty() ? Bubble.of("x") : new Bubble("x", List.of(), card);
    var id = EffectId.of(SLAMET, 17, 0);
    var late = new Outgoing(id, SLAMET, bubble, null, null, Term.in(Duration.ofSeconds(1)));

    assertThat(channel.send(late).await())
        .isEqualTo(new Outcome.Later(Duration.ZERO, "too late to send"));
    assertThat(telegram.calls).isEmpty();
  }

  @Test
  void nobodyThereIsLaterAndTellsNoToken() throws IOException {
    try (var nobody = new Nobody()) {
      var nowhere = new BotAccess(nobody.address(), ScriptedBotApi.TOKEN);
      var channel = channel(nowhere, Answer.PATIENT);
      Outcome outcome = channel.send(outgoing(Bubble.of("x"), null)).await();
      assertThat(outcome).isInstanceOf(Outcome.Later.class);
      assertThat(outcome.toString() + nowhere).doesNotContain("ABC-def_ghi");
    }
  }

  private TelegramChannel channel(BotAccess access, Duration patience) {
    var api = new TelegramApi(vertx, access, patience);
    return new TelegramChannel(
        api,
        new TelegramClock(InstantSource.system()),
        id ->
            switch (id) {
              case "missing" -> Future.failedFuture("the store is away");
              case "large" -> Future.succeededFuture(Buffer.buffer(new byte[LARGE]));
              default -> Future.succeededFuture(Buffer.buffer("bytes of " + id));
            });
  }

  private static Outgoing outgoing(
      Bubble bubble, @org.jspecify.annotations.Nullable String handle) {
    return new Outgoing(EffectId.of(SLAMET, 17, 0), SLAMET, bubble, null, handle);
  }

  private static Outgoing message(JsonNode send) {
    return outgoing(Shown.bubble(send), send.has("handle") ? send.get("handle").asText() : null);
  }

  /// why: a tap is answered beside the message, so the order is not fixed.
  private List<String> requests() {
    return telegram.calls.stream()
        .map(call -> line(call.method(), call.fields()))
        .sorted()
        .toList();
  }

  private static List<String> sorted(JsonNode requests) {
    List<String> lines = new ArrayList<>();
    requests.forEach(r -> lines.add(line(r.get("method").asText(), r.get("fields"))));
    return lines.stream().sorted().toList();
  }

  private static String line(String method, JsonNode fields) {
    try {
      Object plain = Fixtures.MAPPER.treeToValue(fields, java.util.TreeMap.class);
      return method
          + ' '
          + Fixtures.MAPPER
              .writer(com.fasterxml.jackson.databind.SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
              .writeValueAsString(plain);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
