package id.kentongan.bot.watch;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.internal.VertxInternal;
import io.vertx.core.internal.threadchecker.BlockedThreadEvent;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Event loops that do one thing for too long, while everybody else on them waits: looked for ten
/// times a second and counted, and told with what they do when it takes seconds.
public final class BusyLoops {
  private static final Logger LOG = LoggerFactory.getLogger(BusyLoops.class);
  private static final Duration TOO_LONG = Duration.ofMillis(100);
  private static final Duration TOLD = Duration.ofSeconds(2);

  private final Counter seen;

  private BusyLoops(MeterRegistry meters) {
    this.seen =
        Counter.builder("kentongan.loop.busy")
            .description("Looks, ten a second, that found an event loop at one thing for 100 ms")
            .register(meters);
  }

  /// How often Vert.x is to look, and for what.
  public static VertxOptions looking(VertxOptions options) {
    return options
        .setBlockedThreadCheckInterval(TOO_LONG.toMillis())
        .setBlockedThreadCheckIntervalUnit(TimeUnit.MILLISECONDS)
        .setMaxEventLoopExecuteTime(TOO_LONG.toMillis())
        .setMaxEventLoopExecuteTimeUnit(TimeUnit.MILLISECONDS);
  }

  /// Counts what `vertx`, made with [#looking], finds.
  public static void count(Vertx vertx, MeterRegistry meters) {
    var loops = new BusyLoops(meters);
    ((VertxInternal) vertx).blockedThreadChecker().setThreadBlockedHandler(loops::found);
  }

  private void found(BlockedThreadEvent event) {
    if (event.maxExecTime() != TOO_LONG.toNanos()) {
      return;
    }
    seen.increment();
    if (event.duration() >= TOLD.toNanos()) {
      var where = new Throwable("what it does");
      where.setStackTrace(event.thread().getStackTrace());
      LOG.warn(
          "{} has been at one thing for {} ms",
          event.thread().getName(),
          TimeUnit.NANOSECONDS.toMillis(event.duration()),
          where);
    }
  }
}
