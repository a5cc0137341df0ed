package id.kentongan.integrations.telegram;

import id.kentongan.integrations.Lease;
import id.kentongan.integrations.Leases;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A lease in memory: free, this node's, or another node's.
final class OneLease implements Leases {
  private boolean elsewhere;
  private boolean held;
  private int asked;

  @Override
  public synchronized Future<Optional<Lease>> claim(String name) {
    asked++;
    held = !elsewhere;
    return Future.succeededFuture(elsewhere ? Optional.empty() : Optional.of(new Lease(name, 1)));
  }

  @Override
  public synchronized Future<Void> release(Lease lease) {
    held = false;
    return Future.succeededFuture();
  }

  synchronized void takeAway() {
    elsewhere = true;
  }

  synchronized void end() {
    elsewhere = false;
  }

  synchronized int asked() {
    return asked;
  }

  synchronized boolean isHeld() {
    return held;
  }

  @Override
  public Future<List<String>> beat() {
    return Future.succeededFuture(List.of());
  }

  @Override
  public Future<Void> leave() {
    return Future.succeededFuture();
  }

  @Override
  public Duration lasts() {
    return Duration.ofSeconds(10);
  }
}
