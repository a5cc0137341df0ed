package id.kentongan.integrations.postgres.accounts;

import static id.kentongan.integrations.postgres.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.integrations.contract.SetClock;
import id.kentongan.integrations.postgres.TestDatabase;
import id.kentongan.integrations.postgres.accounts.FormTaps.Tap;
import io.vertx.core.Future;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FormTapsTest {
  private final TestDatabase test = TestDatabase.start();
  private final SetClock clock = new SetClock("2026-11-20T02:00:00Z");
  private final FormTaps here = new FormTaps(test.database(), clock);
  private final FormTaps there = new FormTaps(test.database(), clock);

  @AfterEach
  void disconnect() {
    test.close();
  }

  @Test
  void oneOfTwoAtOnceIsTheFirst() {
    Future<Tap> one = here.begin("a");
    Future<Tap> other = there.begin("a");
    assertThat(await(Future.all(one, other)).<Tap>list())
        .containsExactlyInAnyOrder(new Tap.First(), new Tap.Again(""));
  }

  @Test
  void theSecondIsToldWhereTheFirstEndedUntilItIsNoHasteAnyMore() {
    assertThat(await(here.begin("a"))).isEqualTo(new Tap.First());
    await(here.answered("a", "/console/tunggu"));
    assertThat(await(there.begin("a"))).isEqualTo(new Tap.Again("/console/tunggu"));
    assertThat(await(there.begin("b"))).isEqualTo(new Tap.First());
    clock.advance(Duration.ofSeconds(10));
    assertThat(await(there.begin("a"))).isEqualTo(new Tap.First());
    assertThat(await(here.begin("a"))).isEqualTo(new Tap.Again(""));
    assertThat(test.texts("select form from form_taps")).containsExactly("a");
  }

  @Test
  void whatWasRefusedMayBeSentAgain() {
    await(here.begin("a"));
    await(here.forget("a"));
    assertThat(await(there.begin("a"))).isEqualTo(new Tap.First());
  }
}
