package id.kentongan.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.kentongan.integrations.redis.TestRedis;
import id.kentongan.integrations.stores.Stores;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class SweeperTest {
  private static final Duration OFTEN = Duration.ofMillis(50);

  @Test
  void oneNodeSweepsAtATimeAndAFaultDoesNotEndIt() {
    String uri = Stores.newRedis();
    var atWork = new AtomicInteger();
    var most = new AtomicInteger();
    var ends = new AtomicInteger();
    try (var one = new TestRedis(uri, "one", Duration.ofSeconds(10));
        var two = new TestRedis(uri, "two", Duration.ofSeconds(10))) {
      Supplier<Future<Integer>> slow =
          () -> {
            most.accumulateAndGet(atWork.incrementAndGet(), Math::max);
            Promise<Integer> done = Promise.promise();
            one.vertx.setTimer(
                120,
                due -> {
                  atWork.decrementAndGet();
                  ends.incrementAndGet();
                  done.complete(1);
                });
            return done.future();
          };
      List<Supplier<Future<Integer>>> works =
          List.of(slow, () -> Future.failedFuture("the database is away"));
      var first = new Sweeper(one.vertx, one.leases, "sweep", OFTEN, works);
      var second = new Sweeper(two.vertx, two.leases, "sweep", OFTEN, works);
      await().until(() -> ends.get() >= 4);
      first.close();
      second.close();
      assertThat(most).hasValue(1);
    }
  }
}
