package id.kentongan.bot;

import id.kentongan.integrations.Leases;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does at every interval what is to be done for all nodes, on one of them at a time. A chore that
/// takes too long holds up no other: it is told of, goes on by itself, and is not begun again
/// before it ends.
final class Sweeper implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);
  private final Vertx vertx;
  private final Leases leases;
  private final String lease;
  private final Duration limit;
  private final List<Chore> chores;
  private final Set<String> underway = ConcurrentHashMap.newKeySet();
  private final Set<String> overdue = ConcurrentHashMap.newKeySet();
  private final long timer;
  private volatile Future<Void> sweep = Future.succeededFuture();
  private volatile boolean closed;

  /// How long after the start, how often, and for how long the others wait for a chore.
  record Pace(Duration first, Duration every, Duration limit) {
    private static final Duration SOON = Duration.ofMinutes(1);

    /// why soon: a node that is restarted again and again would never come to what is hourly.
    static Pace each(Duration every) {
      Duration first = every.compareTo(SOON) < 0 ? every : SOON;
      return new Pace(first, every, Duration.ofMinutes(10));
    }
  }

  /// `lease` is held until the last has ended.
  Sweeper(
      Vertx vertx,
      Leases leases,
      String lease,
      Pace pace,
      List<Chore> chores,
      MeterRegistry meters) {
    this.vertx = vertx;
    this.leases = leases;
    this.lease = lease;
    this.limit = pace.limit();
    this.chores = List.copyOf(chores);
    this.chores.forEach(chore -> gauge(chore.name(), meters));
    this.timer =
        vertx.setPeriodic(pace.first().toMillis(), pace.every().toMillis(), due -> sweep());
  }

  private void gauge(String chore, MeterRegistry meters) {
    Gauge.builder("kentongan.chore.overdue", () -> overdue.contains(chore) ? 1 : 0)
        .description("1 while a chore of this node takes longer than the others wait for it")
        .tag("chore", chore)
        .strongReference(true)
        .register(meters);
  }

  @Override
  public void close() {
    closed = true;
    vertx.cancelTimer(timer);
  }

  /// why: a lease is this node's own to take again, so one sweep waits for the one before.
  private void sweep() {
    if (sweep.isComplete()) {
      now();
    }
  }

  /// Sweeps at once, after the sweep that is under way.
  synchronized Future<Void> now() {
    sweep =
        sweep
            .compose(before -> next(chores.iterator()))
            .onFailure(e -> LOG.warn("the chores wait: {}", e.toString()))
            .otherwiseEmpty();
    return sweep;
  }

  /// why one after another: together they would take all connections to the database from those
  /// who wait for an answer.
  private Future<Void> next(Iterator<Chore> left) {
    return leases
        .claim(lease)
        .compose(
            held -> {
              if (held.isEmpty()) {
                return Future.succeededFuture();
              }
              if (left.hasNext() && !closed) {
                return done(left.next()).compose(done -> next(left));
              }
              return underway.isEmpty() ? leases.release(held.get()) : Future.succeededFuture();
            });
  }

  /// A fault of one chore does not end the others, nor does one that never ends.
  private Future<Void> done(Chore chore) {
    if (!underway.add(chore.name())) {
      return Future.succeededFuture();
    }
    long renewing =
        vertx.setPeriodic(leases.lasts().dividedBy(3).toMillis(), due -> leases.claim(lease));
    Future<Integer> work =
        Future.succeededFuture()
            .compose(go -> chore.work().get())
            .onFailure(e -> LOG.warn("the chore '{}' waits: {}", chore.name(), e.toString()))
            .onComplete(done -> ended(chore, renewing));
    return work.timeout(limit.toMillis(), TimeUnit.MILLISECONDS)
        .<Void>mapEmpty()
        .otherwise(
            late -> {
              if (!work.isComplete()) {
                late(chore);
              }
              return null;
            });
  }

  private void late(Chore chore) {
    overdue.add(chore.name());
    LOG.warn(
        "the chore '{}' has not ended within {} s: the others go on without it",
        chore.name(),
        limit.toSeconds());
  }

  private void ended(Chore chore, long renewing) {
    vertx.cancelTimer(renewing);
    underway.remove(chore.name());
    if (overdue.remove(chore.name())) {
      LOG.warn("the chore '{}' has ended after all", chore.name());
    }
  }
}
