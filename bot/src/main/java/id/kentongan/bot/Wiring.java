package id.kentongan.bot;

import id.kentongan.bot.http.Front;
import id.kentongan.bot.http.Health;
import id.kentongan.bot.settings.Settings;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.ext.web.Router;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;
import java.util.List;

/// Puts the program together: starts its parts in order and stops them in reverse.
public final class Wiring implements AutoCloseable {
  private final PrometheusMeterRegistry metrics =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Lifetime lifetime;
  private final Settings settings;
  private final Stores stores;
  private final Vertx vertx;
  private final Front front;

  /// Starts everything and returns when it serves; when one part cannot start, those started
  /// before it are stopped.
  public static Wiring start(Settings settings) {
    var lifetime = new Lifetime();
    try {
      return new Wiring(settings, lifetime);
    } catch (RuntimeException e) {
      lifetime.close();
      throw e;
    }
  }

  private Wiring(Settings settings, Lifetime lifetime) {
    this.settings = settings;
    this.lifetime = lifetime;
    this.stores = Stores.open(settings, lifetime);
    this.vertx = vertx();
    Router router = Front.router(vertx);
    new Health(List.of()).mount(router);
    router.get("/metrics").handler(route -> route.end(metrics.scrape()));
    this.front = lifetime.add(Front.open(vertx, router, settings.http()));
  }

  /// What a person who started the program is told.
  public List<String> greeting() {
    return new Greeting(settings, front.port(), stores.notes()).lines();
  }

  public int port() {
    return front.port();
  }

  @Override
  public void close() {
    lifetime.close();
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
