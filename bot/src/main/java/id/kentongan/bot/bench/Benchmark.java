package id.kentongan.bot.bench;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// The benchmark: starts a gateway in an empty folder, lets people of ours talk to it by Telegram's
/// webhook, and gathers what it cost.
public final class Benchmark {
  private final Plan plan;
  private final InstantSource clock;
  private final List<Duration> starts = new ArrayList<>();

  private static final int FIRST_RATE = 250;
  private static final int BISECTIONS = 3;
  private static final double IN_TIME_MILLIS = 100;

  /// What is done: `command` runs a gateway, `limit` the limit beside it, where it is wanted.
  public record Plan(
      List<String> command, List<String> limit, Script script, Stores stores, Pace pace) {}

  /// For each number of `people`, who come by `way`, so long a warm-up and so long a measurement.
  /// `twice`: the gateway is started, stopped and started again, for the first start has more to
  /// do. `open`: the highest rate is sought at which 99 of 100 messages are answered within 100 ms.
  public record Pace(
      Way way,
      List<Integer> people,
      Duration warmUp,
      Duration measured,
      boolean twice,
      boolean open) {}

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
    var load = new Load(vertx, clock, plan.pace().way());
    var settings = plan.stores().settings(data);
    settings.putAll(load.settings());
    if (plan.pace().twice()) {
      start(vertx, data, settings).close();
    }
    try (Gateway gateway = start(vertx, data, settings);
        RedisGauge redis = new RedisGauge(plan.stores().redisUri(data))) {
      var measured = measured(new Bench(vertx, load, redis), gateway, data, settings);
      return new Report(
          plan.script(),
          plan.pace().way().described() + "; " + plan.stores().described(redis),
          new Report.Starts(starts, plan.stores().readyWithin()),
          measured,
          load.conversations(),
          redis.conversationBytes(),
          load.faults());
    }
  }

  /// What every measurement needs.
  private record Bench(Vertx vertx, Load load, RedisGauge redis) {}

  private Report.Measured measured(
      Bench bench, Gateway gateway, Path data, Map<String, String> settings) {
    var windows = new ArrayList<Window>();
    var limits = new ArrayList<Window>();
    if (plan.limit().isEmpty()) {
      stages(bench, stage -> windows.add(window(bench, gateway, plan.script(), stage)));
    } else {
      var beside = new HashMap<>(settings);
      beside.put("KENTONGAN_REDIS_URI", plan.stores().redisUri(data));
      try (Gateway limit = Gateway.start(bench.vertx(), plan.limit(), data, beside)) {
        stages(
            bench,
            stage -> {
              windows.add(window(bench, gateway, plan.script(), stage));
              limits.add(window(bench, limit, plan.script().answeredByAnything(), stage));
            });
      }
    }
    var sustained = plan.pace().open() ? sustained(bench, gateway) : Report.Sustained.NOT_SOUGHT;
    return new Report.Measured(windows, limits, sustained);
  }

  /// So many people while Redis writes in that way.
  record Stage(int people, String fsync) {}

  private void stages(Bench bench, Consumer<Stage> each) {
    List<String> all = plan.stores().fsync();
    for (String fsync : all.isEmpty() ? List.of(bench.redis().fsync()) : all) {
      if (!all.isEmpty()) {
        bench.redis().fsync(fsync);
      }
      plan.pace().people().forEach(people -> each.accept(new Stage(people, fsync)));
    }
  }

  private Gateway start(Vertx vertx, Path data, Map<String, String> settings) {
    Gateway gateway = Gateway.start(vertx, plan.command(), data, settings);
    starts.add(gateway.startTime());
    return gateway;
  }

  private Window window(Bench bench, Gateway gateway, Script script, Stage stage) {
    bench.load().begin(gateway, script, stage.people());
    pause(bench.vertx(), plan.pace().warmUp());
    Jvm before = gateway.jvm(bench.vertx());
    bench.load().window();
    var meter = new Meter(gateway.pid(), bench.redis());
    pause(bench.vertx(), plan.pace().measured());
    double seconds = meter.seconds();
    Latencies heard = bench.load().window();
    var spent = meter.spent();
    Jvm jvm = gateway.jvm(bench.vertx()).minus(before);
    double resident = Proc.resident(gateway.pid());
    bench.load().finish();
    return new Window(stage, seconds, heard, spent, resident, jvm);
  }

  /// Twice the rate each time until one is too high, then halves of what is between; and how long
  /// answers take at half of it.
  private Report.Sustained sustained(Bench bench, Gateway gateway) {
    int good = 0;
    int bad = FIRST_RATE;
    while (inTime(bench, gateway, bad)) {
      good = bad;
      bad *= 2;
    }
    for (int i = 0; i < BISECTIONS && good > 0; i++) {
      int middle = (good + bad) / 2;
      if (inTime(bench, gateway, middle)) {
        good = middle;
      } else {
        bad = middle;
      }
    }
    double half = good == 0 ? 0 : at(bench, gateway, good / 2).within(0.99);
    return new Report.Sustained(good, half);
  }

  private boolean inTime(Bench bench, Gateway gateway, int rate) {
    Latencies heard = at(bench, gateway, rate);
    double came = heard.count() * 1000.0 / rung().toMillis();
    return came > 0.95 * rate && heard.within(0.99) <= IN_TIME_MILLIS;
  }

  /// What is heard while so many messages a second arrive.
  private Latencies at(Bench bench, Gateway gateway, int rate) {
    bench.load().arrive(gateway, plan.script(), rate);
    pause(bench.vertx(), rung().dividedBy(2));
    bench.load().window();
    pause(bench.vertx(), rung());
    Latencies heard = bench.load().window();
    bench.load().finish();
    return heard;
  }

  private Duration rung() {
    return plan.pace().measured().dividedBy(4);
  }

  private static void pause(Vertx vertx, Duration time) {
    vertx.timer(time.toMillis(), TimeUnit.MILLISECONDS).await();
  }
}
