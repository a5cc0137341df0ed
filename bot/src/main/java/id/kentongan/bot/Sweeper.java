package id.kentongan.bot;

import id.kentongan.integrations.Leases;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
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

  /// Each of `works` says how many it found; `lease` is held meanwhile.
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
    vertx.cancelTimer(timer);
  }

  /// why: a lease is this node's own to take again, so one sweep waits for the one before.
  private void sweep() {
    if (sweeping) {
      return;
    }
    sweeping = true;
    leases
        .claim(lease)
        .compose(
            held ->
                held.isEmpty()
                    ? Future.succeededFuture()
                    : Future.join(works.stream().map(Supplier::get).toList())
                        .eventually(() -> leases.release(held.get())))
        .onComplete(done -> sweeping = false)
        .onFailure(e -> LOG.warn("clearing away waits: {}", e.toString()));
  }
}
