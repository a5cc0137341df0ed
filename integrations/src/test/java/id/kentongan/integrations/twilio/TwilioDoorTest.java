package id.kentongan.integrations.twilio;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioDoorTest {
  private static final Admitted FORBIDDEN = new Admitted.Refused(403, "no or wrong signature");
  private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");
  private static final TwilioDoor DOOR =
      new TwilioDoor(Posted.PUBLIC, Posted.ACCOUNT, InstantSource.fixed(NOW));

  static List<Fixture> incoming() {
    return new Fixtures("twilio").in("incoming");
  }

  @ParameterizedTest
  @MethodSource("incoming")
  void readsAMessage(Fixture fixture) {
    Admitted admitted = DOOR.admit(Posted.genuine(TwilioDoor.PATH, fixture.json().get("form")));
    assertThat(shown(admitted).toPrettyString())
        .isEqualTo(fixture.json().get("admitted").toPrettyString());
  }

  @Test
  void takesTheSignatureOfTwiliosOwnExample() {
    // https://www.twilio.com/docs/usage/security#test-the-validity-of-your-webhook-signature
    var account = new TwilioAccount("AC1", "12345", "whatsapp:+14155238886");
    var door = new Webhook("https://example.com", account.authToken());
    String body =
        "Digits=1234&To=%2B18005551212&From=%2B14158675310&Caller=%2B14158675310"
            + "&CallSid=CA1234567890ABCDE";
    MultiMap headers =
        MultiMap.caseInsensitiveMultiMap()
            .set("X-Twilio-Signature", "L/OH5YylLD5NRKLltdqwSvS0BnU=");
    var request = new Door.Request("POST", "/myapp.php?foo=1&bar=2", headers, Buffer.buffer(body));
    assertThat(door.genuine(request)).isPresent();
  }

  @Test
  void takesParametersInAnyOrderAndEncoding() {
    var pairs = Posted.pairs(text());
    String signature = Posted.signature(TwilioDoor.PATH, pairs);
    Admitted expected = DOOR.admit(Posted.request(TwilioDoor.PATH, Posted.body(pairs), signature));
    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(pairs, new Random(seed));
      assertThat(DOOR.admit(Posted.request(TwilioDoor.PATH, Posted.body(pairs), signature)))
          .isEqualTo(expected);
    }
    String plain = new String(Posted.body(pairs), StandardCharsets.UTF_8);
    for (String other :
        List.of(
            plain.replace("+", "%20"),
            plain.replace("%2B", "%2b").replace("%3A", "%3a"),
            plain.replace("%3A", ":").replace("%F0%9F%99%8F", "🙏"),
            "&" + plain + "&&")) {
      byte[] bytes = other.getBytes(StandardCharsets.UTF_8);
      assertThat(DOOR.admit(Posted.request(TwilioDoor.PATH, bytes, signature)))
          .as(other)
          .isEqualTo(expected);
    }
  }

  @Test
  void refusesWhatWasTamperedWith() {
    var pairs = Posted.pairs(text());
    String signature = Posted.signature(TwilioDoor.PATH, pairs);
    String good = new String(Posted.body(pairs), StandardCharsets.UTF_8);
    for (String bad :
        List.of(
            good + "&Extra=1",
            good + "&Body=other",
            good.replace("6281234567890", "6281234567891"),
            good.replace("NumMedia=0&", ""),
            good.replace("Body=", "body="),
            good + "%zz",
            "",
            "{}")) {
      byte[] bytes = bad.getBytes(StandardCharsets.UTF_8);
      assertThat(DOOR.admit(Posted.request(TwilioDoor.PATH, bytes, signature)))
          .as(bad)
          .isEqualTo(FORBIDDEN);
    }
    byte[] body = Posted.body(pairs);
    for (String uri : List.of(TwilioDoor.PATH + "?a=1", "/webhooks/twilio/status", "\\ ^", "")) {
      assertThat(DOOR.admit(Posted.request(uri, body, signature))).isEqualTo(FORBIDDEN);
    }
    for (String wrong :
        List.of("", "x", signature + "=", "0RSCZuSUx" + signature.substring(9), "ä".repeat(28))) {
      assertThat(DOOR.admit(Posted.request(TwilioDoor.PATH, body, wrong))).isEqualTo(FORBIDDEN);
    }
    MultiMap none = MultiMap.caseInsensitiveMultiMap();
    assertThat(DOOR.admit(new Door.Request("POST", TwilioDoor.PATH, none, Buffer.buffer(body))))
        .isEqualTo(FORBIDDEN);
    MultiMap headers = none.set("X-Twilio-Signature", signature);
    assertThat(DOOR.admit(new Door.Request("GET", TwilioDoor.PATH, headers, Buffer.buffer(body))))
        .isEqualTo(FORBIDDEN);
  }

  @Test
  void signsTheQueryToo() {
    String uri = TwilioDoor.PATH + "?tenant=a%2Fb+c&x=%F0%9F%99%8F";
    assertThat(DOOR.admit(Posted.genuine(uri, text()))).isInstanceOf(Admitted.Events.class);
  }

  @Test
  void aRepeatIsKnownByTheSameId() {
    Door.Request request = Posted.genuine(TwilioDoor.PATH, text());
    var later =
        new TwilioDoor(Posted.PUBLIC, Posted.ACCOUNT, InstantSource.fixed(NOW.plusSeconds(60)));
    var first = ((Admitted.Events) DOOR.admit(request)).events().getFirst();
    var again = ((Admitted.Events) later.admit(request)).events().getFirst();
    assertThat(again.id()).isEqualTo(first.id());
    assertThat(again.at()).isEqualTo(NOW.plusSeconds(60));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a&", "=&", "%41=1&", "&"})
  void standsAnyNumberOfParameters(String pair) {
    byte[] body = pair.repeat(300_000).getBytes(StandardCharsets.UTF_8);
    assertThat(DOOR.admit(Posted.request(TwilioDoor.PATH, body, "x"))).isEqualTo(FORBIDDEN);
  }

  @ParameterizedTest
  @MethodSource("incoming")
  void standsAnyMutation(Fixture fixture) {
    JsonNode form = fixture.json().get("form");
    long seed = Long.getLong("seed", 20261121L) + fixture.name().hashCode();
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    byte[] good = Posted.body(Posted.pairs(form));
    for (int i = 0; i < 300 && good.length > 0; i++) {
      byte[] bytes = Mutations.bytes(good, random);
      assertThat(DOOR.admit(Posted.request(TwilioDoor.PATH, bytes, "x")))
          .as("seed %d, round %d", seed, i)
          .isEqualTo(FORBIDDEN);
      assertThat(DOOR.admit(Posted.genuine(TwilioDoor.PATH, damaged(form, random))))
          .as("seed %d, round %d", seed, i)
          .isNotInstanceOf(Admitted.Refused.class);
    }
  }

  /// A genuine form with some values removed, doubled or replaced.
  private static JsonNode damaged(JsonNode form, RandomGenerator random) {
    ObjectNode bad = form.deepCopy();
    List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(form.properties());
    for (int i = random.nextInt(1, 4); i > 0; i--) {
      String name = fields.get(random.nextInt(fields.size())).getKey();
      switch (random.nextInt(6)) {
        case 0 -> bad.remove(name);
        case 1 -> bad.put(name, "");
        case 2 -> bad.put(name, "\u0000 <x>\r\n🙏".repeat(random.nextInt(1, 200)));
        case 3 -> bad.put(name, Long.toString(random.nextLong()));
        case 4 -> bad.put(name, "-1e999");
        default -> bad.putArray(name).add("b").add("a").add("b");
      }
    }
    return bad;
  }

  private static JsonNode text() {
    Fixture fixture =
        incoming().stream()
            .filter(one -> one.name().equals("text_emoji_lines_and_scripts"))
            .findFirst()
            .orElseThrow();
    return fixture.json().get("form");
  }

  private static JsonNode shown(Admitted admitted) {
    ObjectNode shown = Fixtures.MAPPER.createObjectNode();
    switch (admitted) {
      case Admitted.Events(var events) ->
          events.forEach(event -> shown.withArray("Events").add(Shown.of(event)));
      case Admitted.Ignored(String reason) -> shown.put("Ignored", reason);
      case Admitted.Refused(int status, _) -> shown.put("Refused", status);
      case Admitted.Reply _, Admitted.Reports _ -> throw new AssertionError(admitted);
    }
    return shown;
  }
}
