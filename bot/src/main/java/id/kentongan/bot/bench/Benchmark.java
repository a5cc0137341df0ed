package id.kentongan.bot.bench;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The benchmark: starts a gateway in an empty folder, lets people of ours talk to it by Telegram's
/// webhook, and gathers what it cost.
public final class Benchmark {
  private final Plan plan;
  private final InstantSource clock;
  private final List<Duration> starts = new ArrayList<>();

  /// What is done: `command` runs a gateway; for each number of `people` so long a warm-up and so
  /// long a measurement. `twice`: the gateway is started, stopped and started again, for the first
  /// start has more to do.
  public record Plan(
      List<String> command,
      Script script,
      Stores stores,
      List<Integer> people,
      Duration warmUp,
      Duration measured,
      boolean twice) {}

  private Benchmark(Plan plan, InstantSource clock) {
    this.plan = plan;
    this.clock = clock;
  }

  /// Runs the plan; blocks until the gateway has stopped and its folder is gone.
  public static Report run(Plan plan, InstantSource clock) {
    var vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    Path data = Folder.fresh();
    try {
      return new Benchmark(plan, clock).run(vertx, data);
    } finally {
      vertx.close().await();
      Folder.remove(data);
    }
  }

  private Report run(Vertx vertx, Path data) {
    var load = new Load(vertx, clock, plan.script());
    var telegram = FakeTelegram.open(vertx, clock, load::heard).await();
    var settings = plan.stores().settings(data, telegram);
    if (plan.twice()) {
      start(vertx, data, settings).close();
    }
    try (Gateway gateway = start(vertx, data, settings);
        RedisGauge redis = new RedisGauge(plan.stores().redisUri(data))) {
      var windows = new ArrayList<Window>();
      for (int people : plan.people()) {
        windows.add(window(vertx, load, gateway, redis, people));
      }
      return new Report(
          plan.script(),
          plan.stores().described(redis),
          starts,
          windows,
          load.conversations(),
          redis.conversationBytes(),
          load.faults());
    }
  }

  private Gateway start(Vertx vertx, Path data, Map<String, String> settings) {
    Gateway gateway = Gateway.start(vertx, plan.command(), data, settings);
    starts.add(gateway.startTime());
    return gateway;
  }

  private Window window(Vertx vertx, Load load, Gateway gateway, RedisGauge redis, int people) {
    load.begin(gateway, people);
    pause(vertx, plan.warmUp());
    load.window();
    var meter = new Meter(gateway.pid(), redis);
    pause(vertx, plan.measured());
    double seconds = meter.seconds();
    Latencies heard = load.window();
    var window = new Window(people, seconds, heard, meter.spent(), Proc.resident(gateway.pid()));
    load.finish();
    return window;
  }

  private static void pause(Vertx vertx, Duration time) {
    vertx.timer(time.toMillis(), TimeUnit.MILLISECONDS).await();
  }
}
