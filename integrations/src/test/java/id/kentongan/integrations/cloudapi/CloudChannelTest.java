package id.kentongan.integrations.cloudapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.kentongan.dialogs.talk.Bubble;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.integrations.Outcome;
import id.kentongan.integrations.Outgoing;
import id.kentongan.integrations.channel.Answer;
import id.kentongan.integrations.channel.Fixtures;
import id.kentongan.integrations.channel.Fixtures.Fixture;
import id.kentongan.integrations.channel.Nobody;
import id.kentongan.integrations.channel.NotedSends;
import id.kentongan.integrations.channel.Shown;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CloudChannelTest {
  private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");
  private static final ConversationId SLAMET = new ConversationId("whatsapp", "6281234567890");
  private static final Answer TAKEN = Answer.json(200, "{\"messages\":[{\"id\":\"wamid.1\"}]}");
  private static final Answer UPLOADED = Answer.json(200, "{\"id\":\"4490709327384033\"}");

  private static final CloudChannel.Approved APPROVED = new CloudChannel.Approved("kabar", "kode");
  private static final CloudChannel.Approved NONE = new CloudChannel.Approved(null, null);
  private static final Duration PAUSE = Duration.ofMillis(20);

  private final NotedSends noted = new NotedSends();
  private final Vertx vertx = Vertx.vertx();
  private final ScriptedMeta meta = new ScriptedMeta(vertx);

  @AfterEach
  void everyRequestIsAsPublished() {
    vertx.close().await();
    assertThat(meta.violations).isEmpty();
  }

  static List<Fixture> outgoing() {
    return ScriptedMeta.FIXTURES.in("outgoing");
  }

  @ParameterizedTest
  @MethodSource("outgoing")
  void sends(Fixture fixture) {
    JsonNode json = fixture.json();
    meta.script("POST media", UPLOADED);
    Answer answer = Answer.of(json.get("answer"));
    meta.script("POST messages", answer);
    boolean approved = json.get("send").path("approved").asBoolean(false);
    var channel = channel(meta.api(vertx, answer.patience()), approved ? APPROVED : NONE);
    Outcome outcome = channel.send(message(json.get("send"))).await();
    assertThat(Shown.of(outcome)).isEqualTo(json.get("outcome"));
    assertThat(requests()).isEqualTo(json.get("requests"));
  }

  @Test
  void aWindowThatMetaKnowsToBeClosedIsOpenedByTheTemplate() {
    var closed = Answer.json(400, "{\"error\":{\"code\":131047}}");
    meta.script("POST messages", closed, TAKEN, closed, closed);
    assertThat(channel(APPROVED).send(text()).await()).isEqualTo(new Outcome.Delivered("wamid.1"));
    assertThat(meta.calls.getLast().fields().at("/template/name").asText()).isEqualTo("kabar");
    assertThat(channel(APPROVED).send(text()).await()).isInstanceOf(Outcome.Never.class);
    assertThat(meta.calls("POST messages")).hasSize(4);
  }

  @Test
  void anUploadWhoseAnswerWasLostIsMadeAgain() {
    meta.script("POST media", new Answer.Cut(), Answer.json(500, "{}"), Answer.json(200, "{}"));
    var file = new Bubble("", List.of(), new Bubble.Attachment("f1", "image/png", "kartu.png"));
    for (int i = 0; i < 3; i++) {
      assertThat(channel(NONE).send(outgoing(file)).await()).isInstanceOf(Outcome.Later.class);
    }
    assertThat(meta.calls("POST messages")).isEmpty();
  }

  @Test
  void aFileOfOursThatCannotBeReadWaits() {
    var channel =
        new CloudChannel(
            vertx,
            meta.api(vertx, Answer.PATIENT),
            new CloudChannel.Terms(
                id -> Future.failedFuture("store is down"), "Pilih", APPROVED, PAUSE),
            noted.sightings(),
            InstantSource.fixed(NOW));
    var file = new Bubble("", List.of(), new Bubble.Attachment("f1", "image/png", "kartu.png"));
    assertThat(channel.send(outgoing(file)).await()).isInstanceOf(Outcome.Later.class);
  }

  @Test
  void aLostAnswerIsSettledByMetasReport() {
    var channel = channel(NONE);
    meta.script("POST messages", new Answer.Cut());
    assertThat(channel.send(text()).await()).isInstanceOf(Outcome.Unknown.class);
    assertThat(channel.settle(text()).await()).isInstanceOf(Outcome.Later.class);
    noted.note("wamid.1", text().id());
    assertThat(channel(NONE).settle(text()).await()).isInstanceOf(Outcome.Delivered.class);
    noted.goAway();
    assertThat(channel.settle(text()).await()).isInstanceOf(Outcome.Later.class);
  }

  @Test
  void whatWasTakenIsSettledWithItsId() {
    var channel = channel(NONE);
    meta.script("POST messages", TAKEN);
    channel.send(text()).await();
    noted.note("wamid.1", text().id());
    assertThat(channel.settle(text()).await()).isEqualTo(new Outcome.Delivered("wamid.1"));
  }

  @Test
  void typesAndNeverFails() {
    var channel = channel(NONE);
    channel.typing(SLAMET, "wamid.HBgA1==").await();
    JsonNode asked = meta.calls.getFirst().fields();
    assertThat(asked.path("message_id").asText()).isEqualTo("wamid.HBgA1==");
    assertThat(asked.at("/typing_indicator/type").asText()).isEqualTo("text");
    meta.script("POST messages", new Answer.Cut());
    channel.typing(SLAMET, "wamid.HBgA1==").await();
    channel.typing(SLAMET, "no message of theirs").await();
    assertThat(meta.calls).hasSize(2);
  }

  @Test
  void nobodyThereIsLaterAndTellsNoSecret() throws IOException {
    try (var nobody = new Nobody()) {
      var api =
          new CloudApi(vertx, Signed.ACCOUNT, nobody.address().resolve("/v23.0"), Answer.PATIENT);
      Outcome outcome = channel(api, NONE).send(text()).await();
      assertThat(outcome).isInstanceOf(Outcome.Later.class);
      assertThat(outcome.toString() + Signed.ACCOUNT)
          .doesNotContain("a-token", "an-app-secret", "kata-sandi", "6281234567890");
    }
  }

  private CloudChannel channel(CloudChannel.Approved approved) {
    return channel(meta.api(vertx, Answer.PATIENT), approved);
  }

  private CloudChannel channel(CloudApi api, CloudChannel.Approved approved) {
    var terms =
        new CloudChannel.Terms(
            id -> Future.succeededFuture(Buffer.buffer("PNG")), "Pilih", approved, PAUSE);
    return new CloudChannel(vertx, api, terms, noted.sightings(), InstantSource.fixed(NOW));
  }

  private static Outgoing text() {
    return outgoing(Bubble.of("x"));
  }

  private static Outgoing outgoing(Bubble bubble) {
    return new Outgoing(EffectId.of(SLAMET, 1, 0), SLAMET, bubble, NOW, null);
  }

  private static Outgoing message(JsonNode send) {
    var to = new ConversationId("whatsapp", send.path("to").asText(SLAMET.sender()));
    JsonNode last = send.path("lastInbound");
    Instant wrote =
        last.isMissingNode() ? NOW : last.isNull() ? null : Instant.parse(last.asText());
    return new Outgoing(EffectId.of(to, 17, 0), to, Shown.bubble(send), wrote, null);
  }

  private JsonNode requests() {
    var requests = Fixtures.MAPPER.createArrayNode();
    for (ScriptedMeta.Call call : meta.calls) {
      ObjectNode fields = call.fields().deepCopy();
      if (fields.path("biz_opaque_callback_data").asText("").matches("[0-9a-f]{8,128}")) {
        fields.put("biz_opaque_callback_data", "TOKEN");
      }
      requests.addObject().put("method", call.method()).set("fields", fields);
    }
    return requests;
  }
}
