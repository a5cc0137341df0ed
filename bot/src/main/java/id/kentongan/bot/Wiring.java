package id.kentongan.bot;

import id.kentongan.bot.http.Front;
import id.kentongan.bot.http.Health;
import id.kentongan.bot.settings.Settings;
import id.kentongan.dialogs.content.Content;
import id.kentongan.dialogs.content.reading.Loaded;
import id.kentongan.integrations.content.YamlContent;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.ext.web.Router;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Puts the program together: starts its parts in order and stops them in reverse.
public final class Wiring implements AutoCloseable {
  private final PrometheusMeterRegistry metrics =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Lifetime lifetime;
  private final Settings settings;
  private final Stores stores;
  private final Registry registry;
  private final Front front;

  /// Starts everything and returns when it serves; when one part cannot start, those started before
  /// it are stopped. `home` holds the folder `config`.
  public static Wiring start(Path home, Settings settings, InstantSource clock) {
    var lifetime = new Lifetime();
    try {
      return new Wiring(home, settings, clock, lifetime);
    } catch (RuntimeException e) {
      lifetime.close();
      throw e;
    }
  }

  private Wiring(Path home, Settings settings, InstantSource clock, Lifetime lifetime) {
    this.settings = settings;
    this.lifetime = lifetime;
    Content content = content(home);
    var key = Base.key(settings);
    this.stores = Stores.open(settings, lifetime);
    Base base = Base.open(vertx(), clock, content, key, stores, lifetime);
    this.registry = Registry.open(base, settings.stores().database().isEmpty());
    this.front = lifetime.add(Front.open(base.vertx(), router(base), settings.http()));
  }

  /// What a person who started the program is told.
  public List<String> greeting() {
    return new Greeting(settings, front.port(), stores.notes(), registry.samples()).lines();
  }

  public int port() {
    return front.port();
  }

  @Override
  public void close() {
    lifetime.close();
  }

  private Router router(Base base) {
    Router router = Front.router(base.vertx());
    new Health(List.of(new Health.Check("database", () -> answers(base)))).mount(router);
    router.get("/metrics").handler(route -> route.end(metrics.scrape()));
    return router;
  }

  private static Future<Optional<String>> answers(Base base) {
    return base.database().transact(handle -> handle.execute("select 1")).map(Optional.empty());
  }

  private static Content content(Path home) {
    Loaded loaded = YamlContent.load(home.resolve("config"));
    if (!loaded.sound()) {
      throw new Refused(
          loaded.faults().size() + " faults in config; ./kentongan check names them all.");
    }
    return loaded.content();
  }

  private Vertx vertx() {
    var options =
        new VertxOptions().setMetricsOptions(new MicrometerMetricsOptions().setEnabled(true));
    Vertx built =
        Vertx.builder().with(options).withMetrics(new MicrometerMetricsFactory(metrics)).build();
    lifetime.add(() -> built.close().await());
    return built;
  }
}
