package id.kentongan.bot.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.bot.chaos.Chaos.Order;
import id.kentongan.bot.chaos.Chaos.Program;
import id.kentongan.bot.chaos.Plan.Planned;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PerformanceTest {
  /// What is asked for while a gateway is waited for.
  private final AtomicInteger asked = new AtomicInteger();

  private final List<Integer> counted = new ArrayList<>();

  /// Notes how often the gateway was asked whether it is ready.
  private record Count(AtomicInteger asked, List<Integer> counted) implements Fault {
    @Override
    public String kind() {
      return "nothing";
    }

    @Override
    public Duration lasts() {
      return Duration.ZERO;
    }

    @Override
    public void begin(World world) {
      counted.add(asked.get());
    }
  }

  @Test
  void nobodyIsWaitedForWhileAllThatHoldsConversationsIsAway() {
    var lasts = Duration.ofMillis(20);
    var count = new Count(asked, counted);
    List<Planned> plan =
        List.of(
            at(0, new ClusterAway(lasts)),
            at(10, new KillGateway(0)),
            at(15, count),
            at(30, new RedisAway(lasts)),
            at(40, new StopGateway(0)),
            at(45, count),
            at(60, new FillDisk(lasts)),
            at(70, new StopGateway(0)),
            at(75, count),
            at(90, new PauseGateway(0, Duration.ZERO)),
            at(95, count));

    perform(plan);
    assertThat(counted).containsExactly(0, 0, 0, 1);
  }

  private static Planned at(long millis, Fault fault) {
    return new Planned(Duration.ofMillis(millis), fault);
  }

  /// In a world whose first gateway is always ready.
  private void perform(List<Planned> plan) {
    var vertx = Vertx.vertx();
    Path folder = Scratch.fresh();
    var order = Order.brief(new Program(List.of(), folder), 1);
    var world = new Opening(order, Clock.systemUTC(), vertx, folder).world();
    try {
      vertx
          .createHttpServer()
          .requestHandler(
              request -> {
                asked.incrementAndGet();
                request.response().end();
              })
          .listen(world.nodes().getFirst().port, "127.0.0.1")
          .await();
      Performance.of(plan, Duration.ofMillis(70), vertx, world, new Timeline());
    } finally {
      world.close();
      vertx.close().await();
      Scratch.remove(folder);
    }
  }
}
