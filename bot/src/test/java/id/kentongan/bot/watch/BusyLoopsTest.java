package id.kentongan.bot.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BusyLoopsTest {
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Vertx vertx =
      Vertx.vertx(
          BusyLoops.looking(
              new VertxOptions()
                  .setMaxWorkerExecuteTime(1)
                  .setMaxWorkerExecuteTimeUnit(TimeUnit.MILLISECONDS)));
  // why another: a loop of the first that works, however little, may be kept from it meanwhile
  private final Vertx idle = Vertx.vertx();

  @AfterEach
  void close() {
    vertx.close().await();
    idle.close().await();
  }

  @Test
  void aLoopThatIsKeptFromItsWorkIsCounted() {
    BusyLoops.count(vertx, meters);
    assertThat(seen()).isZero();
    var enough = new CountDownLatch(1);
    vertx.runOnContext(
        nothing -> {
          try {
            enough.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    await().until(() -> seen() > 0);
    enough.countDown();
  }

  @Test
  void aWorkerMayTakeItsTime() {
    BusyLoops.count(vertx, meters);
    var enough = new CountDownLatch(1);
    var working =
        vertx.executeBlocking(
            () -> {
              enough.await();
              return true;
            });
    var looks = new CountDownLatch(5);
    idle.setPeriodic(100, tick -> looks.countDown());
    await().until(() -> looks.getCount() == 0);
    double found = seen();
    enough.countDown();
    working.await();
    assertThat(found).isZero();
  }

  private double seen() {
    return meters.get("kentongan.loop.busy").counter().count();
  }
}
