package id.kentongan.bot.postman;

import static id.kentongan.integrations.TestTalks.someone;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class PassedByTest {
  private final AtomicLong nanos = new AtomicLong();
  private final PassedBy passed = new PassedBy(nanos::get);

  @Test
  void eachIsPassedByForLongerEachTimeUntilItTakesOne() {
    var who = someone();
    assertThat(passed.now(who)).isFalse();
    for (int seconds : new int[] {1, 2, 4, 8, 16, 32, 60, 60}) {
      passed.failed(who);
      assertThat(passed.now(someone())).isFalse();
      after(Duration.ofSeconds(seconds).minusNanos(1));
      assertThat(passed.now(who)).as("%d s", seconds).isTrue();
      after(Duration.ofNanos(1));
      assertThat(passed.now(who)).as("%d s", seconds).isFalse();
    }
    passed.brought(who);
    passed.failed(who);
    after(Duration.ofSeconds(1));
    assertThat(passed.now(who)).isFalse();
  }

  private void after(Duration time) {
    nanos.addAndGet(time.toNanos());
  }
}
