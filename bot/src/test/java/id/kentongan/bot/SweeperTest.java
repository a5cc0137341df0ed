package id.kentongan.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.kentongan.integrations.Lease;
import id.kentongan.integrations.Leases;
import id.kentongan.integrations.redis.TestRedis;
import id.kentongan.integrations.stores.Stores;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class SweeperTest {
  private static final Sweeper.Pace PACE = Sweeper.Pace.each(Duration.ofMillis(50));

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
      var chores =
          List.of(
              new Chore("slow", slow),
              new Chore("broken", () -> Future.failedFuture("the database is away")));
      var meters = new SimpleMeterRegistry();
      var first = new Sweeper(one.vertx, one.leases, "sweep", PACE, chores, meters);
      var second = new Sweeper(two.vertx, two.leases, "sweep", PACE, chores, meters);
      await().until(() -> ends.get() >= 4);
      first.close();
      second.close();
      assertThat(most).hasValue(1);
    }
  }

  @Test
  void worksOneAfterAnotherAndRenewsTheLeaseMeanwhile() {
    var vertx = Vertx.vertx();
    var leases = new CountedLeases();
    var order = new CopyOnWriteArrayList<String>();
    Supplier<Future<Integer>> first =
        () -> {
          order.add("first");
          Promise<Integer> done = Promise.promise();
          // three times after the one with which it began
          leases.whenClaimed(4, () -> order.add("first ends"), done);
          return done.future();
        };
    Supplier<Future<Integer>> second =
        () -> {
          order.add("second");
          return Future.succeededFuture(1);
        };
    var chores = List.of(new Chore("first", first), new Chore("second", second));
    var sweeper = new Sweeper(vertx, leases, "sweep", PACE, chores, new SimpleMeterRegistry());
    await().until(() -> leases.released);
    sweeper.close();
    vertx.close().await();
    assertThat(order).startsWith("first", "first ends", "second");
  }

  @Test
  void aChoreThatNeverEndsStopsNoOtherAndIsNotBegunTwice() {
    var vertx = Vertx.vertx();
    var leases = new CountedLeases();
    var meters = new SimpleMeterRegistry();
    Promise<Integer> never = Promise.promise();
    var begun = new AtomicInteger();
    var others = new AtomicInteger();
    Supplier<Future<Integer>> hangs =
        () -> {
          begun.incrementAndGet();
          return never.future();
        };
    Supplier<Future<Integer>> counts = () -> Future.succeededFuture(others.incrementAndGet());
    var soon = Duration.ofMillis(20);
    var pace = new Sweeper.Pace(soon, soon, Duration.ofMillis(60));
    var chores = List.of(new Chore("hangs", hangs), new Chore("counts", counts));
    try (var sweeper = new Sweeper(vertx, leases, "sweep", pace, chores, meters)) {
      await().until(() -> others.get() >= 3);
      assertThat(begun).hasValue(1);
      assertThat(overdue(meters, "hangs")).isOne();
      assertThat(overdue(meters, "counts")).isZero();
      // why: another node would begin it beside this one
      assertThat(leases.released).isFalse();
      never.complete(0);
      await().until(() -> begun.get() > 1 && leases.released);
      assertThat(overdue(meters, "hangs")).isZero();
      assertThat(sweeper).isNotNull();
    } finally {
      vertx.close().await();
    }
  }

  @Test
  void whatIsHourlyBeginsSoonAfterTheStart() {
    var hourly = Sweeper.Pace.each(Duration.ofHours(1));
    assertThat(hourly.first()).isEqualTo(Duration.ofMinutes(1));
    var vertx = Vertx.vertx();
    var begun = new AtomicInteger();
    var chores =
        List.of(new Chore("counts", () -> Future.succeededFuture(begun.incrementAndGet())));
    var pace = new Sweeper.Pace(Duration.ofMillis(20), hourly.every(), hourly.limit());
    var meters = new SimpleMeterRegistry();
    try (var sweeper = new Sweeper(vertx, new CountedLeases(), "sweep", pace, chores, meters)) {
      await().until(() -> begun.get() == 1);
      assertThat(sweeper).isNotNull();
    } finally {
      vertx.close().await();
    }
  }

  private static double overdue(SimpleMeterRegistry meters, String chore) {
    return meters.get("kentongan.chore.overdue").tag("chore", chore).gauge().value();
  }

  /// One node's, never refused.
  private static final class CountedLeases implements Leases {
    private int claims;
    private int wanted = Integer.MAX_VALUE;
    private Runnable then = () -> {};
    private volatile boolean released;

    synchronized void whenClaimed(int times, Runnable before, Promise<Integer> done) {
      wanted = claims + times - 1;
      then =
          () -> {
            before.run();
            done.complete(1);
          };
    }

    @Override
    public synchronized Future<Optional<Lease>> claim(String name) {
      claims++;
      if (claims == wanted) {
        then.run();
      }
      return Future.succeededFuture(Optional.of(new Lease(name, 1)));
    }

    @Override
    public Future<Void> release(Lease lease) {
      released = true;
      return Future.succeededFuture();
    }

    @Override
    public Future<List<String>> beat() {
      return Future.succeededFuture(List.of());
    }

    @Override
    public Future<Void> leave() {
      return Future.succeededFuture();
    }

    @Override
    public Duration lasts() {
      return Duration.ofMillis(30);
    }
  }
}
