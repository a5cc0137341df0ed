package id.kentongan.bot.watch;

import id.kentongan.integrations.StoreFigures;
import id.kentongan.integrations.StoreFigures.Figures;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/// Figures of the stores, read every few seconds, as each node sees them. While a store does not
/// answer they are not known (NaN), so that nobody takes an old figure for a new one.
public final class Gauges implements AutoCloseable {
  private static final long EVERY_MILLIS = 5_000;

  private final Vertx vertx;
  private final StoreFigures store;
  private final long timer;
  private volatile Figures last = Figures.UNKNOWN;

  public Gauges(Vertx vertx, StoreFigures store, MeterRegistry meters) {
    this.vertx = vertx;
    this.store = store;
    gauge(meters, "kentongan.redis.memory.ratio", "Part of maxmemory in use", Figures::memory);
    gauge(meters, "kentongan.outbox.waiting", "Effects that wait to be done", Figures::waiting);
    gauge(
        meters,
        "kentongan.outbox.oldest.seconds",
        "How long the effect that came first has waited",
        Figures::oldestSeconds);
    gauge(meters, "kentongan.dead.letters", "What could not be delivered", Figures::deadLetters);
    gauge(
        meters,
        "kentongan.clock.ahead.seconds",
        "How far this node's clock is ahead of Redis's",
        Figures::clockAheadSeconds);
    this.timer = vertx.setPeriodic(1, EVERY_MILLIS, look -> look());
  }

  /// One more figure, of this node, read when it is asked for.
  public static void own(MeterRegistry meters, String name, String help, Supplier<Number> value) {
    Gauge.builder(name, value).description(help).strongReference(true).register(meters);
  }

  private void gauge(
      MeterRegistry meters, String name, String help, ToDoubleFunction<Figures> figure) {
    Gauge.builder(name, this, gauges -> figure.applyAsDouble(gauges.last))
        .description(help)
        .strongReference(true)
        .register(meters);
  }

  private void look() {
    store.figures().onComplete(read -> last = read.succeeded() ? read.result() : Figures.UNKNOWN);
  }

  @Override
  public void close() {
    vertx.cancelTimer(timer);
  }
}
