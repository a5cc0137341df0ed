package id.kentongan.integrations.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.kentongan.dialogs.talk.Bubble;
import id.kentongan.dialogs.talk.Choice;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.integrations.Outcome;
import id.kentongan.integrations.Outgoing;
import id.kentongan.integrations.channel.Answer;
import id.kentongan.integrations.channel.Fixtures;
import id.kentongan.integrations.channel.Fixtures.Fixture;
import id.kentongan.integrations.channel.Nobody;
import id.kentongan.integrations.channel.Shown;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TwilioChannelTest {
  private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");
  private static final ConversationId SLAMET = new ConversationId("whatsapp", "6281234567890");
  private static final List<Choice> YES_NO =
      List.of(new Choice("yes", "Ya"), new Choice("no", "Tidak"));
  private static final TwilioChannel.Approved NOTHING = new TwilioChannel.Approved(null, null);
  private static final Answer TAKEN = Answer.json(201, "{\"sid\":\"SM1\"}");
  private static final Answer NO_CONTENT = Answer.json(200, "{\"contents\":[]}");
  private static final Answer CONTENT = Answer.json(201, "{\"sid\":\"HX1\"}");

  private final Vertx vertx = Vertx.vertx();
  private final ScriptedTwilio twilio = new ScriptedTwilio(vertx);

  @AfterEach
  void everyRequestIsAsPublished() {
    vertx.close().await();
    assertThat(twilio.violations).isEmpty();
  }

  static List<Fixture> outgoing() {
    return ScriptedTwilio.FIXTURES.in("outgoing");
  }

  @ParameterizedTest
  @MethodSource("outgoing")
  void sends(Fixture fixture) {
    JsonNode json = fixture.json();
    JsonNode content = json.path("content");
    if (content.has("found")) {
      twilio.script("GET Content", Answer.of(content.get("found")));
    }
    if (content.has("made")) {
      twilio.script("POST Content", Answer.of(content.get("made")));
    }
    Answer answer = Answer.of(json.get("answer"));
    twilio.script("POST Messages.json", answer);
    JsonNode send = json.get("send");
    var approved =
        new TwilioChannel.Approved(
            send.path("template").asText(null), send.path("codeTemplate").asText(null));
    var channel = channel(twilio.addresses(), approved, answer.patience());
    Outcome outcome = channel.send(message(send)).await();
    assertThat(Shown.of(outcome)).isEqualTo(json.get("outcome"));
    assertThat(requests()).isEqualTo(json.get("requests"));
  }

  @Test
  void makesContentOnceForAllWhoAskTogether() {
    var channel = channel();
    twilio.script("GET Content", NO_CONTENT);
    twilio.script("POST Content", CONTENT);
    List<Future<Outcome>> sent = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      twilio.script("POST Messages.json", TAKEN);
      sent.add(channel.send(choosing(i)));
    }
    for (Future<Outcome> one : sent) {
      assertThat(one.await()).isEqualTo(new Outcome.Delivered("SM1"));
    }
    assertThat(twilio.calls("GET Content")).hasSize(1);
    assertThat(twilio.calls("POST Content")).hasSize(1);
    assertThat(twilio.calls("POST Messages.json")).hasSize(20);
  }

  @Test
  void oneContentServesWhoeverIsNamed() {
    var channel = channel();
    twilio.script("GET Content", NO_CONTENT);
    twilio.script("POST Content", CONTENT);
    twilio.script("POST Messages.json", TAKEN, TAKEN);
    channel.send(naming(1, "profile.17", "Slamet Riyadi")).await();
    channel.send(naming(2, "profile.23", "Siti Aminah")).await();
    assertThat(twilio.calls("GET Content")).hasSize(1);
    assertThat(twilio.calls("POST Content").toString()).doesNotContain("Slamet", "17");
    assertThat(twilio.calls.getLast().fields().get("ContentVariables").asText())
        .isEqualTo("{\"1\":\"Untuk siapa?\",\"2\":\"Siti Aminah\",\"3\":\"profile.23\"}");
  }

  @Test
  void endsOnTheEventLoopOfWhoeverSent() {
    var channel = channel();
    twilio.script("GET Content", NO_CONTENT);
    twilio.script("POST Content", CONTENT);
    List<Future<Boolean>> own = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      twilio.script("POST Messages.json", TAKEN);
      Context loop = vertx.getOrCreateContext();
      Promise<Boolean> same = Promise.promise();
      Outgoing message = choosing(i);
      loop.runOnContext(
          go ->
              channel
                  .send(message)
                  .onComplete(done -> same.complete(loop.equals(Vertx.currentContext()))));
      own.add(same.future());
    }
    own.forEach(same -> assertThat(same.await()).isTrue());
  }

  @Test
  void asksAgainForContentThatWasNotMade() {
    var channel = channel();
    twilio.script("GET Content", new Answer.Cut(), NO_CONTENT);
    twilio.script("POST Content", CONTENT);
    twilio.script("POST Messages.json", TAKEN);
    assertThat(channel.send(choosing(1)).await()).isInstanceOf(Outcome.Later.class);
    assertThat(channel.send(choosing(1)).await()).isEqualTo(new Outcome.Delivered("SM1"));
  }

  @Test
  void makesContentAnewThatWasDeletedAtTwilio() {
    var channel = channel();
    twilio.script("GET Content", NO_CONTENT, NO_CONTENT);
    twilio.script("POST Content", CONTENT, Answer.json(201, "{\"sid\":\"HX2\"}"));
    twilio.script("POST Messages.json", Answer.json(400, "{\"code\":21655}"), TAKEN);
    assertThat(channel.send(choosing(1)).await()).isInstanceOf(Outcome.Later.class);
    assertThat(channel.send(choosing(1)).await()).isEqualTo(new Outcome.Delivered("SM1"));
    assertThat(twilio.calls.getLast().fields().get("ContentSid").asText()).isEqualTo("HX2");
  }

  @Test
  void aWindowThatTwilioKnowsToBeClosedIsOpenedByTheTemplate() {
    var refused = Answer.json(400, "{\"code\":63016}");
    twilio.script("POST Messages.json", refused, TAKEN);
    var template = channel(twilio.addresses(), new TwilioChannel.Approved("HXnotice", null));
    assertThat(template.send(text(1)).await()).isEqualTo(new Outcome.Delivered("SM1"));
    assertThat(twilio.calls.getLast().fields().get("ContentSid").asText()).isEqualTo("HXnotice");

    twilio.script("POST Messages.json", refused, refused);
    assertThat(template.send(text(2)).await()).isInstanceOf(Outcome.Never.class);
    assertThat(twilio.calls("POST Messages.json")).hasSize(4);
  }

  @Test
  void typesAndNeverFails() {
    var channel = channel();
    String sid = "SM00112233445566778899aabbccddeeff";
    channel.typing(SLAMET, sid).await();
    var asked = Fixtures.MAPPER.createObjectNode().put("messageId", sid).put("channel", "whatsapp");
    assertThat(twilio.calls.getFirst().fields()).isEqualTo(asked);
    twilio.script("POST Typing.json", new Answer.Cut());
    channel.typing(SLAMET, sid).await();
    channel.typing(SLAMET, "no message of theirs").await();
    assertThat(twilio.calls("POST Typing.json")).hasSize(2);
  }

  @Test
  void nobodyThereIsLaterAndTellsNoSecret() throws IOException {
    try (var nobody = new Nobody()) {
      URI nowhere = nobody.address();
      var addresses = new TwilioAddresses(nowhere, nowhere, nowhere);
      Outcome outcome = channel(addresses, NOTHING).send(text(1)).await();
      assertThat(outcome).isInstanceOf(Outcome.Later.class);
      assertThat(outcome.toString() + Posted.ACCOUNT).doesNotContain("a-token", "6281234567890");
    }
  }

  @Test
  void addressesOfReportsNameNobody() {
    var channel = channel();
    twilio.script("POST Messages.json", TAKEN, TAKEN, TAKEN);
    for (int version : List.of(1, 1, 2)) {
      channel.send(text(version)).await();
    }
    List<String> reports =
        twilio.calls.stream().map(c -> c.fields().get("StatusCallback").asText()).toList();
    assertThat(reports.get(0)).isEqualTo(reports.get(1)).isNotEqualTo(reports.get(2));
    assertThat(reports).allMatch(r -> r.matches(".*/status\\?e=[0-9a-f]{64}"));
  }

  private TwilioChannel channel() {
    return channel(twilio.addresses(), NOTHING);
  }

  private TwilioChannel channel(TwilioAddresses addresses, TwilioChannel.Approved approved) {
    return channel(addresses, approved, Answer.PATIENT);
  }

  private TwilioChannel channel(
      TwilioAddresses addresses, TwilioChannel.Approved approved, Duration patience) {
    var api = new TwilioApi(vertx, Posted.ACCOUNT, addresses, patience);
    var terms =
        new TwilioChannel.Terms(
            Posted.PUBLIC,
            file -> URI.create(Posted.PUBLIC + "/media/" + file.fileId()),
            "Pilih",
            approved,
            Duration.ofMillis(20));
    return new TwilioChannel(vertx, api, terms, Posted.sightings(), InstantSource.fixed(NOW));
  }

  private static Outgoing text(int version) {
    return new Outgoing(EffectId.of(SLAMET, version, 0), SLAMET, Bubble.of("x"), NOW, null);
  }

  private static Outgoing choosing(int version) {
    var bubble = Bubble.of("Benar?", YES_NO);
    return new Outgoing(EffectId.of(SLAMET, version, 0), SLAMET, bubble, NOW, null);
  }

  private static Outgoing naming(int version, String id, String name) {
    var bubble = Bubble.of("Untuk siapa?", List.of(new Choice(id, name)));
    return new Outgoing(EffectId.of(SLAMET, version, 0), SLAMET, bubble, NOW, null);
  }

  private static Outgoing message(JsonNode send) {
    var to = new ConversationId("whatsapp", send.path("to").asText(SLAMET.sender()));
    JsonNode last = send.path("lastInbound");
    Instant wrote =
        last.isMissingNode() ? NOW : last.isNull() ? null : Instant.parse(last.asText());
    return new Outgoing(EffectId.of(to, 17, 0), to, Shown.bubble(send), wrote, null);
  }

  /// As fixtures write them, the token of the address of reports left out.
  private JsonNode requests() {
    var requests = Fixtures.MAPPER.createArrayNode();
    for (ScriptedTwilio.Call call : twilio.calls) {
      ObjectNode fields = call.fields().deepCopy();
      if (fields.has("StatusCallback")) {
        String at = fields.get("StatusCallback").asText();
        fields.put("StatusCallback", at.replaceFirst("e=[0-9a-f]{64}$", "e=TOKEN"));
      }
      requests.addObject().put("method", call.method()).set("fields", fields);
    }
    return requests;
  }
}
