package id.kentongan.bot.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class HashingTest {
  @Test
  void twoAtATimeAndNoneWaitsWithoutEnd() throws InterruptedException {
    Vertx vertx = Vertx.vertx();
    try {
      var hashing = new Hashing(vertx);
      var bothAtWork = new CountDownLatch(2);
      var hold = new CountDownLatch(1);
      var running = new AtomicInteger();
      var most = new AtomicInteger();
      List<Future<Integer>> all = new ArrayList<>();
      for (int i = 0; i < 130; i++) {
        all.add(
            hashing.of(
                () -> {
                  most.accumulateAndGet(running.incrementAndGet(), Math::max);
                  bothAtWork.countDown();
                  hold.await();
                  return running.decrementAndGet();
                }));
      }
      assertThat(all.stream().filter(Future::failed)).hasSize(30);
      assertThat(all.getLast().cause()).isInstanceOf(Hashing.Busy.class);
      assertThat(bothAtWork.await(60, TimeUnit.SECONDS)).isTrue();
      hold.countDown();
      Awaitility.await().until(() -> all.stream().allMatch(Future::isComplete));
      assertThat(all.stream().filter(Future::succeeded)).hasSize(100);
      assertThat(most).hasValue(2);
      assertThat(hashing.of(() -> "again").await()).isEqualTo("again");
    } finally {
      vertx.close().await();
    }
  }
}
