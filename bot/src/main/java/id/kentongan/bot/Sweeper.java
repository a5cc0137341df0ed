package id.kentongan.bot;

import id.kentongan.integrations.Leases;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Clears away at every interval what lies about, on one node at a time.
final class Sweeper implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);
  private final Vertx vertx;
  private final Leases leases;
  private final String lease;
  private final List<Supplier<Future<Integer>>> works;
  private final long timer;
  private boolean sweeping;
  private volatile boolean closed;

  /// Each of `works` says how many it found; `lease` is held until the last has ended.
  Sweeper(
      Vertx vertx,
      Leases leases,
      String lease,
      Duration every,
      List<Supplier<Future<Integer>>> works) {
    this.vertx = vertx;
    this.leases = leases;
    this.lease = lease;
    this.works = List.copyOf(works);
    this.timer = vertx.setPeriodic(every.toMillis(), due -> sweep());
  }

  @Override
  public void close() {
    closed = true;
    vertx.cancelTimer(timer);
  }

  /// why: a lease is this node's own to take again, so one sweep waits for the one before.
  private void sweep() {
    if (sweeping) {
      return;
    }
    sweeping = true;
    next(works.iterator())
        .onComplete(done -> sweeping = false)
        .onFailure(e -> LOG.warn("clearing away waits: {}", e.toString()));
  }

  /// why one after another: together they would take all connections to the database from those
  /// who wait for an answer.
  private Future<Void> next(Iterator<Supplier<Future<Integer>>> left) {
    return leases
        .claim(lease)
        .compose(
            held -> {
              if (held.isEmpty()) {
                return Future.succeededFuture();
              }
              return left.hasNext() && !closed
                  ? worked(left.next()).compose(done -> next(left))
                  : leases.release(held.get());
            });
  }

  /// A fault of one work does not end the others.
  private Future<Void> worked(Supplier<Future<Integer>> work) {
    long renewing =
        vertx.setPeriodic(leases.lasts().dividedBy(3).toMillis(), due -> leases.claim(lease));
    return Future.succeededFuture()
        .compose(go -> work.get())
        .onFailure(e -> LOG.warn("clearing away waits: {}", e.toString()))
        .onComplete(done -> vertx.cancelTimer(renewing))
        .<Void>mapEmpty()
        .otherwiseEmpty();
  }
}
