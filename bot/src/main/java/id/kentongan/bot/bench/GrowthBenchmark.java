package id.kentongan.bot.bench;

import id.kentongan.bot.bench.Script.Act;
import id.kentongan.bot.bench.Script.Line;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.EmbeddedPostgres;
import id.kentongan.integrations.postgres.broadcasts.Audience;
import id.kentongan.integrations.postgres.broadcasts.Broadcasts;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/// What growth does to people who chat: many conversations in the store, many timers due in one
/// minute, a broadcast to many; on a gateway with stores of its own.
public final class GrowthBenchmark {
  private static final Script NEWS =
      new Script(
          "news",
          List.of(new Line(Act.SAY, "kabari saya", Pattern.compile("kami kabari di sini"))));
  private static final int PEOPLE = 64;
  private static final int A_MINUTE = 60_000;
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final long LATE_MILLIS = 1_000;

  private final Plan plan;
  private final InstantSource clock;
  private final Vertx vertx;
  private final Load load;
  private final Path data;
  private final AtomicInteger told = new AtomicInteger();
  private final List<String> lines = new ArrayList<>();

  /// `command` runs a gateway; so long a measurement each.
  public record Plan(List<String> command, Script script, Size size, Duration measured) {}

  /// How much there is of everything; `readers` of the broadcast.
  public record Size(int conversations, int timers, int readers) {}

  private GrowthBenchmark(Plan plan, InstantSource clock, Vertx vertx, Path data) {
    this.plan = plan;
    this.clock = clock;
    this.vertx = vertx;
    this.data = data;
    this.load = new Load(vertx, clock, Way.WEBHOOK);
    load.besides(other -> told.incrementAndGet());
  }

  /// The table's lines, the last of them what went wrong. Blocks.
  public static List<String> run(Plan plan, InstantSource clock) {
    var vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    Path data = Folder.fresh();
    try {
      return new GrowthBenchmark(plan, clock, vertx, data).lines();
    } finally {
      vertx.close().await();
      Folder.remove(data);
    }
  }

  private List<String> lines() {
    var stores = new Stores(Optional.empty(), Optional.empty(), List.of());
    var settings = stores.settings(data);
    settings.putAll(load.settings());
    lines.add("%-52s%8s%8s%8s".formatted("", "msg/s", "p50 ms", "p99 ms"));
    try (Gateway gateway = Gateway.start(vertx, plan.command(), data, settings);
        var redis = new Crammed(vertx, stores.redisUri(data))) {
      chat(gateway, "warm-up", plan.measured().multipliedBy(2));
      double before = chat(gateway, "64 people", plan.measured());
      conversations(gateway, redis, before);
      timers(gateway, redis);
      broadcast(gateway);
    }
    Faults faults = load.faults();
    lines.add(faults.none() ? "no answer was wrong or missing" : "FAULTS: " + faults.examples());
    return lines;
  }

  private void conversations(Gateway gateway, Crammed redis, double before) {
    int many = plan.size().conversations();
    long empty = redis.memory();
    redis.conversations(many);
    long each = (redis.memory() - empty) / many;
    double after = chat(gateway, "the same, %,d conversations".formatted(many), plan.measured());
    lines.add(
        "  %.2f of the messages before; %d bytes of memory a conversation, its key included"
            .formatted(after / before, each));
  }

  private void timers(Gateway gateway, Crammed redis) {
    int many = plan.size().timers();
    var key = MasterKey.load(data.resolve("master.key"));
    Instant first = clock.instant().plus(Duration.ofSeconds(5 + many / 2_000));
    redis.timers(key, many, first, MINUTE);
    pause(Duration.between(clock.instant(), first).plus(SOON));
    chat(gateway, "the same, %,d timers due in this minute".formatted(many), plan.measured());
    long late = 0;
    while (clock.instant().isBefore(first.plus(MINUTE)) || redis.overdue(first.plus(MINUTE)) > 0) {
      late = Math.max(late, redis.overdue(clock.instant().minusMillis(LATE_MILLIS)));
      pause(Duration.ofMillis(100));
    }
    lines.add(
        "  at most %,d of them a second late; the last fired %.1f s after it was due"
            .formatted(
                late, Duration.between(first.plus(MINUTE), clock.instant()).toMillis() / 1000.0));
  }

  private void broadcast(Gateway gateway) {
    int readers = plan.size().readers();
    int begun = load.conversations();
    load.begin(gateway, NEWS, PEOPLE);
    while (load.conversations() - begun < readers) {
      pause(Duration.ofMillis(50));
    }
    load.finish();
    var key = MasterKey.load(data.resolve("master.key"));
    try (var database = Database.start(EmbeddedPostgres.running(data).orElseThrow(), key)) {
      var broadcasts = new Broadcasts(database, clock, ZoneId.of("Asia/Jakarta"));
      var audience = new Audience("", Audience.Membership.ANY, "", "", "telegram");
      var draft = new Broadcasts.Draft("Libur", "Kantor libur besok.", audience, A_MINUTE);
      long id = broadcasts.draft("bench", draft).await();
      broadcasts.start("approver", id).await();
      told.set(0);
      pause(SOON);
      int from = told.get();
      long nanos = System.nanoTime();
      chat(gateway, "the same, a broadcast to %,d".formatted(readers), plan.measured());
      double rate = (told.get() - from) / ((System.nanoTime() - nanos) / 1e9);
      lines.add(
          rate > 0
              ? "  %,.0f messages of the broadcast a second meanwhile".formatted(rate)
              : "  NOT MEASURED: broadcasts leave within the hours of reminders alone");
    }
  }

  /// Messages a second.
  private double chat(Gateway gateway, String name, Duration measured) {
    load.begin(gateway, plan.script(), PEOPLE);
    pause(measured.dividedBy(4));
    load.window();
    long begun = System.nanoTime();
    pause(measured);
    Latencies heard = load.window();
    double rate = heard.count() / ((System.nanoTime() - begun) / 1e9);
    load.finish();
    lines.add("%-52s%,8.0f%8.1f%8.1f".formatted(name, rate, heard.within(0.5), heard.within(0.99)));
    return rate;
  }

  private void pause(Duration time) {
    vertx.timer(Math.max(1, time.toMillis()), TimeUnit.MILLISECONDS).await();
  }
}
