package id.kentongan.integrations.cloudapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.kentongan.integrations.Door.Admitted;
import id.kentongan.integrations.channel.Fixtures;
import id.kentongan.integrations.channel.Fixtures.Fixture;
import id.kentongan.integrations.channel.Mutations;
import id.kentongan.integrations.channel.Shown;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CloudDoorTest {
  private static final Admitted FORBIDDEN = new Admitted.Refused(403, "no or wrong signature");
  private static final Admitted NOT_OURS = new Admitted.Refused(403, "no or wrong verify token");
  private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");
  private static final CloudDoor DOOR = new CloudDoor(Signed.ACCOUNT, InstantSource.fixed(NOW));
  private static final Fixtures FIXTURES = new Fixtures("cloudapi");

  static List<Fixture> webhooks() {
    return Stream.of("incoming", "status").flatMap(f -> FIXTURES.in(f).stream()).toList();
  }

  @ParameterizedTest
  @MethodSource("webhooks")
  void reads(Fixture fixture) {
    Admitted admitted = DOOR.admit(Signed.post(bytes(fixture.json().get("webhook"))));
    assertThat(shown(admitted).toPrettyString())
        .isEqualTo(fixture.json().get("admitted").toPrettyString());
  }

  @Test
  void provesTheAddressToWhoeverKnowsTheWord() {
    assertThat(
            DOOR.admit(
                Signed.get(
                    "?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=kata-sandi")))
        .isEqualTo(new Admitted.Reply("text/plain", "1158201444"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?",
        "?hub.mode=subscribe&hub.challenge=1&hub.verify_token=kata-sand",
        "?hub.mode=subscribe&hub.challenge=1",
        "?hub.mode=unsubscribe&hub.challenge=1&hub.verify_token=kata-sandi",
        "?hub.mode=subscribe&hub.challenge=%3Cscript%3E&hub.verify_token=kata-sandi",
        "?hub.mode=subscribe&hub.verify_token=kata-sandi",
        "?hub.mode=subscribe&hub.challenge=1&hub.verify_token=%zz",
      })
  void echoesNothingToAnybodyElse(String query) {
    assertThat(DOOR.admit(Signed.get(query))).isEqualTo(NOT_OURS);
  }

  @Test
  void refusesWhatIsNotSigned() {
    byte[] body = bytes(webhooks().getFirst().json().get("webhook"));
    String good = Signed.signature(body);
    for (String wrong :
        List.of("", good, "sha1=" + good, "sha256=", "sha256=" + good + "0", "sha256=ä")) {
      assertThat(DOOR.admit(Signed.post(body, wrong))).as(wrong).isEqualTo(FORBIDDEN);
    }
    body[body.length / 2]++;
    assertThat(DOOR.admit(Signed.post(body, "sha256=" + good))).isEqualTo(FORBIDDEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{", "null", "\"whatsapp_business_account\"", "[[[[[["})
  void ignoresWhatIsSignedAndNoWebhook(String body) {
    assertThat(DOOR.admit(Signed.post(body.getBytes(StandardCharsets.UTF_8))))
        .isInstanceOf(Admitted.Ignored.class);
  }

  @ParameterizedTest
  @MethodSource("webhooks")
  void standsAnyMutation(Fixture fixture) {
    JsonNode webhook = fixture.json().get("webhook");
    long seed = Long.getLong("seed", 20261121L) + fixture.name().hashCode();
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    byte[] good = bytes(webhook);
    for (int i = 0; i < 300; i++) {
      assertThat(DOOR.admit(Signed.post(Mutations.bytes(good, random), "sha256=x")))
          .as("seed %d, round %d", seed, i)
          .isEqualTo(FORBIDDEN);
      assertThat(DOOR.admit(Signed.post(Mutations.bytes(good, random))))
          .as("seed %d, round %d", seed, i)
          .isNotInstanceOf(Admitted.Refused.class);
      assertThat(DOOR.admit(Signed.post(bytes(Mutations.tree(webhook, random)))))
          .as("seed %d, round %d", seed, i)
          .isNotInstanceOf(Admitted.Refused.class);
    }
  }

  private static byte[] bytes(JsonNode webhook) {
    return webhook.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static JsonNode shown(Admitted admitted) {
    ObjectNode shown = Fixtures.MAPPER.createObjectNode();
    switch (admitted) {
      case Admitted.Events(var events) ->
          events.forEach(event -> shown.withArray("Events").add(Shown.of(event)));
      case Admitted.Reports(var reports, var events) -> {
        shown.set("Reports", Fixtures.MAPPER.valueToTree(reports));
        var array = shown.putArray("Events");
        events.forEach(event -> array.add(Shown.of(event)));
      }
      case Admitted.Ignored(String reason) -> shown.put("Ignored", reason);
      case Admitted.Refused(int status, _) -> shown.put("Refused", status);
      case Admitted.Reply _ -> throw new AssertionError(admitted);
    }
    return shown;
  }
}
