package id.kentongan.bot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class SeldomTest {
  private final AtomicLong nanos = new AtomicLong();
  private final Seldom seldom = new Seldom(nanos::get);

  @Test
  void aLongTroubleIsToldWhenItChangesAndOnceAMinute() {
    assertThat(seldom.tells("no connection")).isTrue();
    after(Duration.ofMillis(500));
    assertThat(seldom.tells("no connection")).isFalse();
    assertThat(seldom.tells("loading")).isTrue();
    after(Duration.ofSeconds(59));
    assertThat(seldom.tells("loading")).isFalse();
    after(Duration.ofSeconds(1));
    assertThat(seldom.tells("loading")).isTrue();
  }

  @Test
  void itsEndIsToldOnceAndTheNextBeginsAnew() {
    assertThat(seldom.over()).isFalse();
    assertThat(seldom.tells("no connection")).isTrue();
    assertThat(seldom.over()).isTrue();
    assertThat(seldom.over()).isFalse();
    assertThat(seldom.tells("no connection")).isTrue();
  }

  private void after(Duration time) {
    nanos.addAndGet(time.toNanos());
  }
}
