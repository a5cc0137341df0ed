package id.kentongan.integrations.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.integrations.DeliveryReport;
import id.kentongan.integrations.DeliveryReport.State;
import id.kentongan.integrations.contract.SetClock;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveriesTest {
  private final TestDatabase test = TestDatabase.start();
  private final Deliveries deliveries =
      new Deliveries(test.database(), TestDatabase.KEY, new SetClock("2026-11-20T08:00:00Z"));

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
    TestDatabase.await(deliveries.sent("SM1", new EffectId("whatsapp:x/1/0")));

    assertThat(TestDatabase.await(deliveries.known("SM1")))
        .contains(new Deliveries.Known(state, error));
    assertThat(TestDatabase.await(deliveries.known("SM2"))).isEmpty();
    assertThat(test.count("select count(*) from deliveries where effect is not null")).isEqualTo(1);
  }

  private void report(State state) {
    TestDatabase.await(
        deliveries.report(
            new DeliveryReport("SM1", state, state == State.FAILED ? "63016" : null)));
  }
}
