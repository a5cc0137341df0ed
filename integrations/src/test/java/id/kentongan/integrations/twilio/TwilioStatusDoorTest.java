package id.kentongan.integrations.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Inbound;
import id.kentongan.integrations.DeliveryReport;
import id.kentongan.integrations.Door.Admitted;
import id.kentongan.integrations.Sightings;
import id.kentongan.integrations.channel.Fixtures;
import id.kentongan.integrations.channel.Fixtures.Fixture;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TwilioStatusDoorTest {
  private final Sightings sightings = Posted.sightings();
  private final TwilioStatusDoor door =
      new TwilioStatusDoor(
          Posted.PUBLIC, Posted.ACCOUNT, sightings, InstantSource.fixed(Instant.EPOCH));

  static List<Fixture> status() {
    return new Fixtures("twilio").in("status");
  }

  @ParameterizedTest
  @MethodSource("status")
  void readsAReport(Fixture fixture) {
    String uri = TwilioStatusDoor.PATH + fixture.json().get("query").asText();
    Admitted admitted = door.admit(Posted.genuine(uri, fixture.json().get("form")));
    assertThat(shown(admitted)).isEqualTo(fixture.json().get("admitted"));
  }

  @Test
  void letsNobodyInWithoutTheSignature() {
    JsonNode form = status().getFirst().json().get("form");
    byte[] body = Posted.body(Posted.pairs(form));
    String other = Posted.signature(TwilioDoor.PATH, Posted.pairs(form));
    assertThat(door.admit(Posted.request(TwilioStatusDoor.PATH, body, other)))
        .isEqualTo(new Admitted.Refused(403, "no or wrong signature"));
  }

  @Test
  void noticesWhichSendAReportIsOf() {
    JsonNode form = status().getFirst().json().get("form");
    String sid = form.get("MessageSid").asText();
    String path = TwilioStatusDoor.PATH;
    String forged = "0".repeat(64);
    door.admit(Posted.request(path + "?e=" + forged, Posted.body(Posted.pairs(form)), "x"));
    assertThat(sightings.of(forged)).isEmpty();
    String token = "1f".repeat(32);
    door.admit(Posted.genuine(path + "?e=" + token, form));
    assertThat(sightings.of(token)).contains(sid);
    assertThat(sightings.isAnothers(sid, token)).isFalse();
    assertThat(sightings.isAnothers(sid, "another")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"21610,true", "63024,true", "63016,false", "0,false"})
  void tellsThatThePersonIsGone(String code, boolean gone) {
    ObjectNode form = status().getFirst().json().get("form").deepCopy();
    form.put("MessageStatus", "undelivered").put("ErrorCode", code);
    form.put("To", "whatsapp:+6281234567890");
    var admitted = (Admitted.Reports) door.admit(Posted.genuine(TwilioStatusDoor.PATH, form));
    assertThat(admitted.events()).hasSize(gone ? 1 : 0);
    assertThat(admitted.events())
        .allSatisfy(
            left -> {
              assertThat(left.conversation().key()).isEqualTo("whatsapp:6281234567890");
              assertThat(left.content()).isEqualTo(new Inbound.Ready(new Event.Left()));
            });
  }

  @ParameterizedTest
  @CsvSource({
    "63016,OUTSIDE_WINDOW",
    "63018,AGAIN",
    "20429,AGAIN",
    "20500,AGAIN",
    "63049,AGAIN",
    "63032,DEAD",
    "63019,DEAD",
    "30008,DEAD",
    "21610,",
    "63024,"
  })
  void tellsWhatIsToBeDoneAboutAMessageThatTwilioReturns(String code, DeliveryReport.Remedy then) {
    ObjectNode form = status().getFirst().json().get("form").deepCopy();
    form.put("MessageStatus", "failed").put("ErrorCode", code);
    var admitted = (Admitted.Reports) door.admit(Posted.genuine(TwilioStatusDoor.PATH, form));
    assertThat(admitted.reports().getFirst().remedy()).isEqualTo(then);
  }

  private static JsonNode shown(Admitted admitted) {
    ObjectNode shown = Fixtures.MAPPER.createObjectNode();
    switch (admitted) {
      case Admitted.Reports(var reports, var events) ->
          shown.set("Report", Fixtures.MAPPER.valueToTree(reports.getFirst()));
      case Admitted.Ignored(String reason) -> shown.put("Ignored", reason);
      case Admitted.Refused _, Admitted.Reply _, Admitted.Events _ ->
          throw new AssertionError(admitted);
    }
    return shown;
  }
}
