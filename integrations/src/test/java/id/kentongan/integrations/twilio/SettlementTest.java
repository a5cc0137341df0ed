package id.kentongan.integrations.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.kentongan.dialogs.talk.Bubble;
import id.kentongan.dialogs.talk.Choice;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.integrations.Outcome;
import id.kentongan.integrations.Outgoing;
import id.kentongan.integrations.Sightings;
import id.kentongan.integrations.channel.Answer;
import id.kentongan.integrations.channel.Fixtures;
import id.kentongan.integrations.channel.NotedSends;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SettlementTest {
  private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");
  private static final ConversationId SLAMET = new ConversationId("whatsapp", "6281234567890");
  private static final String AT = "Sat, 21 Nov 2026 03:00:02 +0000";
  private static final String POST = "POST Messages.json";
  private static final String LIST = "GET Messages.json";
  private static final Outcome TAKEN = new Outcome.Delivered("SM7");

  private final Vertx vertx = Vertx.vertx();
  private final ScriptedTwilio twilio = new ScriptedTwilio(vertx);
  private final NotedSends noted = new NotedSends();
  private final Sightings sightings = new Sightings(NotedSends.INDEX, noted);
  private final TwilioChannel channel = channel();

  @AfterEach
  void everyRequestIsAsPublished() {
    vertx.close().await();
    assertThat(twilio.violations).isEmpty();
  }

  @Test
  void findsItByTheList() {
    twilio.script(LIST, listed(message("SM6", "lain", AT), message("SM7", "Benar  ini?\n", AT)));
    assertThat(channel.settle(text()).await()).isEqualTo(TAKEN);
    assertThat(twilio.calls(LIST).getFirst().fields().get("To").asText())
        .isEqualTo("whatsapp:+6281234567890");
  }

  @Test
  void findsItWhenTheListLagsBehind() {
    twilio.script(LIST, listed(), listed(message("SM7", "Benar ini?", AT)));
    assertThat(channel.settle(text()).await()).isEqualTo(TAKEN);
  }

  @Test
  void findsItByTheReportWithoutAsking() {
    sightings.saw(sightings.token(text().id()), "SM7");
    assertThat(channel.settle(text()).await()).isEqualTo(TAKEN);
    assertThat(twilio.calls).isEmpty();
  }

  @Test
  void findsItByAReportThatAnotherNodeGotWhateverItsText() {
    noted.note("SM7", text().id());
    noted.note("SM8", EffectId.of(SLAMET, 16, 0));
    twilio.script(
        LIST, listed(message("SM8", "Benar ini?", AT), message("SM7", "as Twilio keeps it", AT)));
    assertThat(channel.settle(text()).await()).isEqualTo(TAKEN);
  }

  @Test
  void doesNotTakeWhatAnotherNodeSentForIt() {
    noted.note("SM8", EffectId.of(SLAMET, 16, 0));
    Answer equal = listed(message("SM8", "Benar ini?", AT));
    twilio.script(LIST, equal, equal);
    assertThat(channel.settle(text()).await())
        .isEqualTo(new Outcome.Later(Duration.ZERO, "not at Twilio"));
  }

  @Test
  void doesNotSendWhatIsReportedButNotListedYet() {
    twilio.script(POST, new Answer.Cut());
    assertThat(channel.send(text()).await()).isInstanceOf(Outcome.Unknown.class);
    noted.note("SM7", text().id());
    twilio.script(LIST, listed(), listed(message("SM7", "Benar ini?", AT)));
    assertThat(channel.send(text()).await()).isInstanceOf(Outcome.Later.class);
    assertThat(channel.send(text()).await()).isEqualTo(TAKEN);
    assertThat(twilio.calls(POST)).hasSize(1);
  }

  @Test
  void doesNotSendWhileTheRecordsAreAway() {
    noted.goAway();
    twilio.script(POST, new Answer.Cut());
    twilio.script(LIST, listed());
    assertThat(channel.send(text()).await()).isInstanceOf(Outcome.Unknown.class);
    assertThat(channel.send(text()).await()).isInstanceOf(Outcome.Later.class);
    assertThat(twilio.calls(POST)).hasSize(1);
  }

  @Test
  void doesNotTakeAnotherForIt() {
    ObjectNode inbound = message("SM1", "Benar ini?", AT).put("direction", "inbound");
    ObjectNode before = message("SM2", "Benar ini?", "Sat, 21 Nov 2026 02:59:54 +0000");
    ObjectNode media = message("SM3", "Benar ini?", AT).put("num_media", "1");
    ObjectNode undated = message("SM4", "Benar ini?", "yesterday");
    ObjectNode known = message("SM5", "Benar ini?", AT);
    ObjectNode other = message("SM6", "Benar ini? Ya", AT);
    sightings.saw("another send", "SM5");
    Answer all = listed(inbound, before, media, undated, known, other);
    twilio.script(LIST, all, all);
    assertThat(channel.settle(text()).await())
        .isEqualTo(new Outcome.Later(Duration.ZERO, "not at Twilio"));
  }

  @Test
  void knowsAMessageWithButtonsByItsText() {
    var choices = List.of(new Choice("yes", "Ya"), new Choice("no", "Tidak"));
    var asking = outgoing(Bubble.of("Benar ini?", choices));
    twilio.script(LIST, listed(message("SM7", "Benar ini?", AT)));
    assertThat(channel.settle(asking).await()).isEqualTo(TAKEN);
    sightings.saw("forget", "SM7");
    twilio.script(LIST, listed(message("SM8", "Benar ini?\n\n1. Ya\n2. Tidak", AT)));
    var again = new Outgoing(EffectId.of(SLAMET, 18, 0), SLAMET, asking.bubble(), NOW, null);
    assertThat(channel.settle(again).await()).isEqualTo(new Outcome.Delivered("SM8"));
  }

  @Test
  void tellsTheErrorOfAMessageThatFailed() {
    twilio.script(LIST, listed(message("SM7", "Benar ini?", AT).put("error_code", 63024)));
    assertThat(channel.settle(text()).await()).isEqualTo(new Outcome.Gone("message failed: 63024"));
  }

  @Test
  void sendsOnceWhenTheAnswerWasLost() {
    twilio.script(POST, new Answer.Cut());
    twilio.script(LIST, listed(message("SM7", "Benar ini?", AT)));
    assertThat(channel.send(text()).await()).isInstanceOf(Outcome.Unknown.class);
    assertThat(channel.send(text()).await()).isEqualTo(TAKEN);
    assertThat(twilio.calls(POST)).hasSize(1);
  }

  @Test
  void sendsAgainWhatTwilioDoesNotHave() {
    twilio.script(POST, new Answer.Cut(), Answer.json(201, "{\"sid\":\"SM7\"}"));
    twilio.script(LIST, listed(), listed());
    assertThat(channel.send(text()).await()).isInstanceOf(Outcome.Unknown.class);
    assertThat(channel.send(text()).await()).isEqualTo(TAKEN);
    assertThat(twilio.calls(POST)).hasSize(2);
  }

  @Test
  void doesNotSendWhileTwilioDoesNotSay() {
    twilio.script(POST, Answer.json(500, "{\"code\":20500}"));
    assertThat(channel.send(text()).await()).isInstanceOf(Outcome.Unknown.class);
    twilio.script(LIST, Answer.json(503, "{}"), new Answer.Cut(), Answer.json(503, "{}"));
    assertThat(channel.settle(text()).await()).isInstanceOf(Outcome.Later.class);
    assertThat(channel.send(text()).await()).isInstanceOf(Outcome.Later.class);
    assertThat(channel.send(text()).await()).isInstanceOf(Outcome.Later.class);
    assertThat(twilio.calls(POST)).hasSize(1);
    twilio.script(LIST, listed(), listed());
    twilio.script(POST, Answer.json(201, "{\"sid\":\"SM7\"}"));
    assertThat(channel.send(text()).await()).isEqualTo(TAKEN);
  }

  private TwilioChannel channel() {
    var api = new TwilioApi(vertx, Posted.ACCOUNT, twilio.addresses(), Answer.PATIENT);
    var terms =
        new TwilioChannel.Terms(
            Posted.PUBLIC,
            file -> URI.create(Posted.PUBLIC + "/media/" + file.fileId()),
            "Pilih",
            new TwilioChannel.Approved(null, null),
            Duration.ofMillis(10));
    return new TwilioChannel(vertx, api, terms, sightings, InstantSource.fixed(NOW));
  }

  private static Outgoing text() {
    return outgoing(Bubble.of("Benar ini?"));
  }

  private static Outgoing outgoing(Bubble bubble) {
    return new Outgoing(EffectId.of(SLAMET, 17, 0), SLAMET, bubble, NOW, null);
  }

  private static ObjectNode message(String sid, String body, String created) {
    return Fixtures.MAPPER
        .createObjectNode()
        .put("sid", sid)
        .put("body", body)
        .put("direction", "outbound-api")
        .put("num_media", "0")
        .put("date_created", created)
        .putNull("error_code");
  }

  private static Answer listed(ObjectNode... messages) {
    ObjectNode list = Fixtures.MAPPER.createObjectNode();
    list.putArray("messages").addAll(List.of(messages));
    return Answer.json(200, list.toString());
  }
}
