package id.kentongan.bot;

import id.kentongan.bot.desk.Loops;
import id.kentongan.bot.http.Health;
import id.kentongan.bot.http.OperatorToken;
import id.kentongan.bot.settings.Settings;
import id.kentongan.bot.watch.BusyLoops;
import id.kentongan.bot.watch.Gauges;
import id.kentongan.bot.watch.MachineMeters;
import id.kentongan.bot.watch.OtlpTrail;
import id.kentongan.bot.watch.Pseudonyms;
import id.kentongan.bot.watch.Trail;
import id.kentongan.bot.watch.TurnLog;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.ext.web.Router;
import io.vertx.micrometer.Label;
import io.vertx.micrometer.MetricsDomain;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// What operators see of the program: figures, traces, the log of turns and its health.
record WatchRoom(Settings settings, Lifetime lifetime, PrometheusMeterRegistry metrics) {
  WatchRoom(Settings settings, Lifetime lifetime) {
    this(settings, lifetime, new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
  }

  /// Event loops that are counted.
  Vertx vertx() {
    var options =
        BusyLoops.looking(new VertxOptions())
            .setEventLoopPoolSize(Loops.fitting())
            .setFileSystemOptions(withoutCopies())
            .setMetricsOptions(counted());
    Vertx built =
        Vertx.builder().with(options).withMetrics(new MicrometerMetricsFactory(metrics)).build();
    BusyLoops.count(built, metrics);
    lifetime.add(() -> built.close().await());
    lifetime.add(MachineMeters.bind(metrics, settings.dataDir()));
    return built;
  }

  /// why: a folder for copies of what lies on the class path, of which nothing is asked, would stay
  /// behind in the temporary files of each gateway that is killed.
  private static FileSystemOptions withoutCopies() {
    return new FileSystemOptions().setClassPathResolvingEnabled(false).setFileCachingEnabled(false);
  }

  /// why: what each connection, client and pool does is not worth its cost on every message; and a
  /// method is a word of the caller's, of whom each could make as many figures as there are words.
  private static MicrometerMetricsOptions counted() {
    var options =
        new MicrometerMetricsOptions().setEnabled(true).setLabels(Set.of(Label.HTTP_CODE));
    for (MetricsDomain domain : MetricsDomain.values()) {
      if (domain != MetricsDomain.HTTP_SERVER) {
        options.addDisabledMetricsCategory(domain);
      }
    }
    return options;
  }

  /// What the engine writes down of each turn.
  Engine.Watching watching(Base base) {
    var names = new Pseudonyms(base.key());
    var trails = new ArrayList<Trail>();
    if (settings.upkeep().logTurns()) {
      trails.add(new TurnLog(names));
    }
    settings
        .upkeep()
        .tracing()
        .map(url -> lifetime.add(new OtlpTrail(base.vertx(), url, names, metrics)))
        .ifPresent(trails::add);
    return new Engine.Watching(metrics, Trail.of(trails));
  }

  /// Opens `/metrics` and the addresses of the health.
  Health healthy(
      Router router, Base base, Engine engine, Optional<SpoolRoom> spool, Stores.Silence silence) {
    var checks = new ArrayList<>(engine.health(silence.redis()));
    Supplier<Optional<String>> why =
        () -> silence.database().get().or(() -> base.database().trouble());
    checks.add(new Health.Check("database", () -> answers(base), why));
    spool.map(SpoolRoom::health).ifPresent(checks::add);
    Gauges.own(
        metrics,
        "kentongan.spool.waiting",
        "1 while messages wait on this node's disk",
        () -> spool.map(SpoolRoom::waiting).orElse(false) ? 1 : 0);
    router.get("/metrics").handler(route -> route.end(metrics.scrape()));
    Health all = lifetime.add(new Health(base.vertx(), checks, metrics));
    var operators = new OperatorToken(base.key(), Clock.systemUTC());
    all.mount(router, operators::sound);
    return all;
  }

  private static Future<Optional<String>> answers(Base base) {
    return base.database()
        .transact(handle -> handle.execute("select 1"))
        .compose(
            done ->
                base.database().trouble().isEmpty()
                    ? Future.succeededFuture(Optional.empty())
                    : Future.failedFuture(new Health.Unwell("refuses some of what it is asked")));
  }
}
