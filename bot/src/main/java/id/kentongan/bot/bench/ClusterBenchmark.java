package id.kentongan.bot.bench;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.postgres.EmbeddedPostgres;
import id.kentongan.integrations.redis.EmbeddedCluster;
import id.kentongan.integrations.redis.Shard;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongPredicate;

/// One gateway and two on a Redis Cluster of three masters with a replica each, with and without
/// waiting for the replica, and with everybody in one shard. A message goes to each gateway in
/// turn.
public final class ClusterBenchmark {
  private static final EmbeddedCluster.Form FORM =
      new EmbeddedCluster.Form(3, 1, true, Duration.ofSeconds(15));

  /// why: the time of a compiler that ended is nobody's
  private static final String COMPILERS_STAY = "-XX:-UseDynamicNumberOfCompilerThreads";

  private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();
  private static final int FILLED = 100_000;
  private static final int FILLER_BYTES = 500;

  private final Plan plan;
  private final Vertx vertx;
  private final Load load;
  private final Map<String, String> settings;
  private final EmbeddedCluster cluster;
  private final List<String> lines = new ArrayList<>();

  /// `command` runs a gateway; so many `people` at once, so long a warm-up and so long a
  /// measurement.
  public record Plan(
      List<String> command, Script script, int people, Duration warmUp, Duration measured) {}

  private ClusterBenchmark(Plan plan, Rig rig, EmbeddedCluster cluster) {
    this.plan = plan;
    this.vertx = rig.vertx();
    this.load = rig.load();
    this.settings = rig.settings();
    this.cluster = cluster;
  }

  private record Rig(Vertx vertx, Load load, Map<String, String> settings) {}

  /// The table's lines, the last of them what went wrong. Blocks.
  public static List<String> run(Plan plan, InstantSource clock) {
    var vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    Path folder = Folder.fresh();
    try (var cluster = EmbeddedCluster.start(folder.resolve("cluster"), FORM);
        var postgres = EmbeddedPostgres.start(folder, true)) {
      var load = new Load(vertx, clock, Way.WEBHOOK);
      var rig = new Rig(vertx, load, settings(folder, load, cluster, postgres));
      return new ClusterBenchmark(plan, rig, cluster).lines();
    } finally {
      vertx.close().await();
      Folder.remove(folder);
    }
  }

  private static Map<String, String> settings(
      Path folder, Load load, EmbeddedCluster cluster, EmbeddedPostgres postgres) {
    Path key = folder.resolve("bench.key");
    MasterKey.loadOrCreate(key, new SecureRandom());
    var settings = new HashMap<>(load.settings());
    settings.put("KENTONGAN_DATA_DIR", folder.toString());
    settings.put("KENTONGAN_PRIVACY_KEY_FILE", key.toString());
    settings.put("KENTONGAN_REDIS_URI", cluster.uri());
    settings.put("KENTONGAN_REDIS_CLUSTER", "true");
    settings.put("KENTONGAN_DATABASE_URL", postgres.jdbcUrl("postgres"));
    settings.put("KENTONGAN_DATABASE_USER", postgres.user());
    settings.put("KENTONGAN_DATABASE_PASSWORD", postgres.password());
    return settings;
  }

  private List<String> lines() {
    lines.add(
        "%s: %d people at once, three masters with a replica each, appendfsync always. %d cores, %s"
            .formatted(plan.script().name(), plan.people(), PROCESSORS, Proc.processor()));
    lines.add(
        "%-54s%8s%8s%8s%10s%11s%8s%12s%9s%7s%7s"
            .formatted(
                "",
                "msg/s",
                "p50 ms",
                "p99 ms",
                "gateways",
                "compilers",
                "Redis",
                "PostgreSQL",
                "busiest",
                "calls",
                "kB"));
    for (int wait = 0; wait <= 1; wait++) {
      String how = wait == 0 ? ", no WAIT" : ", WAIT 1";
      try (Gateway one = start("one", wait, PROCESSORS)) {
        row("one gateway" + how, List.of(one), chat -> true);
        try (Gateway two = start("two", wait, PROCESSORS)) {
          two("two gateways", how, List.of(one, two));
        }
        row("one gateway again" + how, List.of(one), chat -> true);
        row("one gateway, one shard" + how, List.of(one), ClusterBenchmark::inOneShard);
      }
      try (Gateway left = start("left", wait, Math.max(1, PROCESSORS / 2));
          Gateway right = start("right", wait, Math.max(1, PROCESSORS / 2))) {
        two("two halves", how, List.of(left, right));
      }
    }
    lines.add("halves: gateways that together have as many event loops as the one;");
    lines.add("gateways (compilers apart), Redis, PostgreSQL: processor s a thousand messages;");
    lines.add(
        "busiest: cores of the busiest Redis; calls of functions and kB of Redis's network a"
            + " message");
    lines.add(moved());
    Faults faults = load.faults();
    lines.add(faults.none() ? "no answer was wrong or missing" : "FAULTS: " + faults.examples());
    return lines;
  }

  /// How long a shard stands still while its slot moves.
  private String moved() {
    cluster.fill("k7", FILLED, FILLER_BYTES);
    int from = cluster.master("k7");
    long begun = System.nanoTime();
    cluster.move("k7", cluster.master("k0") == from ? cluster.master("k2") : cluster.master("k0"));
    return "a slot with %,d conversations of %d bytes moved in %.1f s"
        .formatted(FILLED, FILLER_BYTES, (System.nanoTime() - begun) / 1e9);
  }

  private long calls() {
    return cluster.figure("commandstats", "cmdstat_fcall:calls=");
  }

  private long bytes() {
    return cluster.figure("stats", "total_net_input_bytes:")
        + cluster.figure("stats", "total_net_output_bytes:");
  }

  private static boolean inOneShard(long chat) {
    return Shard.of(new ConversationId("telegram", Long.toString(chat))).name().equals("k7");
  }

  private void two(String name, String how, List<Gateway> both) {
    warm(both);
    row(name + ", each message at the other" + how, both, chat -> true);
    load.by(Person::chat);
    row(name + ", each person at one" + how, both, chat -> true);
    load.by(Person::times);
  }

  /// `processors`: so many it takes the machine to have.
  private Gateway start(String name, int wait, int processors) {
    try {
      Path data = Path.of(settings.getOrDefault("KENTONGAN_DATA_DIR", ".")).resolve(name + wait);
      var own = new HashMap<>(settings);
      own.put("KENTONGAN_DATA_DIR", Files.createDirectories(data).toString());
      own.put("KENTONGAN_REDIS_WAIT_REPLICAS", Integer.toString(wait));
      own.put("_JAVA_OPTIONS", COMPILERS_STAY + " -XX:ActiveProcessorCount=" + processors);
      return Gateway.start(vertx, plan.command(), data, own);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// why: two gateways are held against one that has run for a while.
  private void warm(List<Gateway> gateways) {
    load.begin(gateways, plan.script(), plan.people(), chat -> true);
    pause(plan.warmUp());
    load.finish();
  }

  private void row(String name, List<Gateway> gateways, LongPredicate whom) {
    load.begin(gateways, plan.script(), plan.people(), whom);
    pause(plan.warmUp());
    List<Long> redis = cluster.pids();
    List<Double> before = redis.stream().map(pid -> Proc.cpu(List.of(pid))).toList();
    var work = new Work(gateways);
    double records = postgres();
    long calls = calls();
    long bytes = bytes();
    load.window();
    long begun = System.nanoTime();
    pause(plan.measured());
    Latencies heard = load.window();
    double seconds = (System.nanoTime() - begun) / 1e9;
    double thousand = heard.count() / 1000.0;
    double all = 0;
    double busiest = 0;
    for (int i = 0; i < redis.size(); i++) {
      double spent = Proc.cpu(List.of(redis.get(i))) - before.get(i);
      all += spent;
      busiest = Math.max(busiest, spent / seconds);
    }
    lines.add(
        "%-54s%,8.0f%8.1f%8.1f%10.3f%11.3f%8.3f%12.3f%9.2f%7.2f%7.1f"
            .formatted(
                name,
                heard.count() / seconds,
                heard.within(0.5),
                heard.within(0.99),
                work.own() / thousand,
                work.compilers() / thousand,
                all / thousand,
                (postgres() - records) / thousand,
                busiest,
                (calls() - calls) / (1000 * thousand),
                (bytes() - bytes) / (1e6 * thousand)));
    load.finish();
  }

  /// What gateways have done since this was made, in processor seconds.
  private static final class Work {
    private final List<Long> pids;
    private final double all;
    private final double compiling;

    Work(List<Gateway> gateways) {
      this.pids = gateways.stream().map(Gateway::pid).toList();
      this.all = Proc.cpu(pids);
      this.compiling = Proc.compilers(pids);
    }

    double compilers() {
      return Proc.compilers(pids) - compiling;
    }

    double own() {
      return Proc.cpu(pids) - all - compilers();
    }
  }

  private double postgres() {
    return Proc.cpu(Proc.children(ProcessHandle.current().pid(), "postgres"));
  }

  private void pause(Duration time) {
    vertx.timer(time.toMillis(), TimeUnit.MILLISECONDS).await();
  }
}
