package id.kentongan.integrations.postgres.journal;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.talk.Bubble;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.integrations.Deliveries;
import id.kentongan.integrations.DeliveryReport;
import id.kentongan.integrations.DeliveryReport.Remedy;
import id.kentongan.integrations.DeliveryReport.State;
import id.kentongan.integrations.Post;
import id.kentongan.integrations.contract.SetClock;
import id.kentongan.integrations.crypto.BlindIndex;
import id.kentongan.integrations.postgres.TestDatabase;
import io.vertx.core.CompositeFuture;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresDeliveriesTest {
  private static final Deliveries.Sent SENT = sent("SM1");
  private static final Deliveries.Sent OTHER = sent("SM0");

  private static final BlindIndex INDEX = new BlindIndex(TestDatabase.KEY);

  private final TestDatabase test = TestDatabase.start();
  private final PostgresDeliveries deliveries =
      new PostgresDeliveries(
          test.database(), TestDatabase.KEY, new SetClock("2026-11-20T08:00:00Z"));

  @AfterEach
  void disconnect() {
    test.close();
  }

  @ParameterizedTest
  @CsvSource({
    "QUEUED SENT DELIVERED READ, READ, ",
    "READ DELIVERED SENT QUEUED, READ, ",
    "SENT FAILED, FAILED, 63016",
    "FAILED SENT, FAILED, 63016",
    "DELIVERED FAILED, DELIVERED, ",
    "FAILED DELIVERED, DELIVERED, ",
    "SENT SENT, SENT, "
  })
  void onlyMoveForward(String reports, State state, String error) {
    Arrays.stream(reports.split(" ")).map(State::valueOf).forEach(this::report);
    TestDatabase.await(deliveries.sent(List.of(SENT)));

    assertThat(known()).containsExactly(List.of(State.values()).indexOf(state) + " " + error);
    assertThat(test.count("select count(*) from deliveries where effect is not null")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aMessageThatCameBackIsGivenWhicheverIsKnownFirst(boolean sentFirst) {
    if (sentFirst) {
      assertThat(TestDatabase.await(deliveries.sent(List.of(SENT, OTHER)))).isEmpty();
      assertThat(report(State.SENT)).isEmpty();
      assertThat(report(State.FAILED)).singleElement().satisfies(this::cameBack);
    } else {
      assertThat(report(State.FAILED)).isEmpty();
      assertThat(TestDatabase.await(deliveries.sent(List.of(OTHER, SENT))))
          .singleElement()
          .satisfies(this::cameBack);
    }
    var left = TestDatabase.await(deliveries.returned(10));
    assertThat(left).singleElement().satisfies(this::cameBack);
    TestDatabase.await(deliveries.dealt(left.getFirst()));
    assertThat(TestDatabase.await(deliveries.returned(10))).isEmpty();
    assertThat(report(State.FAILED)).isEmpty();
    assertThat(test.count("select count(*) from deliveries where post is not null")).isEqualTo(1);
  }

  @Test
  void whatIsToldOfOneMessageAtOnceIsOneAndGivenOnce() {
    Vertx vertx = Vertx.vertx();
    try {
      var all = Promise.<List<List<Deliveries.Returned>>>promise();
      vertx.runOnContext(
          go ->
              Future.all(
                      deliveries.report(told("SM1", State.FAILED)),
                      deliveries.report(told("SM2", State.DELIVERED)),
                      deliveries.sent(List.of(SENT, OTHER)),
                      deliveries.report(told("SM1", State.SENT)),
                      deliveries.report(told("SM1", State.FAILED)))
                  .map(CompositeFuture::<List<Deliveries.Returned>>list)
                  .onComplete(all));
      assertThat(TestDatabase.await(all.future()).stream().flatMap(List::stream))
          .singleElement()
          .satisfies(this::cameBack);
    } finally {
      TestDatabase.await(vertx.close());
    }
    assertThat(known()).containsExactlyInAnyOrder("2 63016", "0 null", "3 null");
    assertThat(test.count("select count(distinct xmin::text) from deliveries")).isEqualTo(1);
  }

  @Test
  void nothingOfAMessageIsReadable() {
    TestDatabase.await(deliveries.sent(List.of(SENT)));
    String row =
        TestDatabase.await(
            test.database()
                .transact(
                    handle ->
                        handle
                            .createQuery("select row(d.*)::text from deliveries d")
                            .mapTo(String.class)
                            .one()));
    assertThat(row).doesNotContain("Halo").doesNotContain("SM1").doesNotContain("whatsapp");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void tellsWhoseAMessageIsByOurNoteOrByAReport(boolean byReport) {
    EffectId own = SENT.post().id();
    if (byReport) {
      String send = HexFormat.of().formatHex(INDEX.effect(own.text()));
      TestDatabase.await(
          deliveries.report(new DeliveryReport("SM1", State.SENT, null, null, send)));
    } else {
      TestDatabase.await(deliveries.sent(List.of(SENT)));
    }
    report("SM2", State.SENT);
    assertThat(facts(own)).isEqualTo(new Deliveries.Facts(true, Set.of("SM1"), Set.of()));
    assertThat(facts(new EffectId("whatsapp:x/2/0")))
        .isEqualTo(new Deliveries.Facts(false, Set.of(), Set.of("SM1")));
    assertThat(TestDatabase.await(deliveries.facts(own, List.of())))
        .isEqualTo(new Deliveries.Facts(true, Set.of(), Set.of()));
  }

  private Deliveries.Facts facts(EffectId effect) {
    return TestDatabase.await(deliveries.facts(effect, List.of("SM1", "SM2", "SM1")));
  }

  private List<String> known() {
    return TestDatabase.await(
        test.database()
            .transact(
                handle ->
                    handle
                        .createQuery(
                            "select state || ' ' || coalesce(error, 'null') from deliveries")
                        .mapTo(String.class)
                        .list()));
  }

  private void cameBack(Deliveries.Returned returned) {
    assertThat(returned.post()).isEqualTo(SENT.post());
    assertThat(returned.remedy()).isEqualTo(Remedy.OUTSIDE_WINDOW);
    assertThat(returned.error()).isEqualTo("63016");
    assertThat(returned.id()).isNotBlank().isNotEqualTo("SM1");
  }

  private static Deliveries.Sent sent(String sid) {
    var id = new EffectId("whatsapp:x/1/0");
    var effect = new Effect.Send(Bubble.of("Halo"), false);
    return new Deliveries.Sent(sid, new Post(id, effect, Instant.EPOCH, null));
  }

  private List<Deliveries.Returned> report(State state) {
    return report("SM1", state);
  }

  private List<Deliveries.Returned> report(String sid, State state) {
    return TestDatabase.await(deliveries.report(told(sid, state)));
  }

  private static DeliveryReport told(String sid, State state) {
    boolean failed = state == State.FAILED;
    return new DeliveryReport(
        sid, state, failed ? "63016" : null, failed ? Remedy.OUTSIDE_WINDOW : null, null);
  }
}
