package id.kentongan.bot.postman;

import id.kentongan.bot.desk.Loops;
import id.kentongan.integrations.Lease;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;

/// A shard's lease as this node has it: since when it is sure of it, which entries it has in hand.
/// Used on one event loop.
final class Hold {
  private static final long PAUSE_MILLIS = 500;

  final Lease lease;
  final Gear gear;
  final Set<String> entries = new HashSet<>();
  private final Runnable whenLost;
  private long sureUntil;
  private boolean closing;
  private boolean over;

  Hold(Lease lease, Gear gear, Runnable whenLost) {
    this.lease = lease;
    this.gear = gear;
    this.whenLost = whenLost;
  }

  /// New work may begin.
  boolean open() {
    return !closing && !over;
  }

  /// Outcomes no longer count: another node goes on.
  boolean over() {
    return over;
  }

  void close() {
    closing = true;
  }

  void end() {
    over = true;
  }

  void lost() {
    if (!over) {
      over = true;
      whenLost.run();
    }
  }

  /// The lease was renewed by a call begun at this nano time.
  void renewed(long begun) {
    sureUntil = begun + gear.pace().lasts().toNanos();
  }

  /// Whether the lease certainly lasts that long.
  boolean sure(Duration time) {
    return System.nanoTime() + time.toNanos() < sureUntil;
  }

  /// Does it until it succeeds, as long as the lease is held: for what must follow an outcome.
  <T> Future<T> insist(Supplier<Future<T>> act) {
    Promise<T> done = Promise.promise();
    attempt(act, done);
    return done.future();
  }

  /// why one promise: a store may be away for hours, and futures that wait for each other complete
  /// one inside the other.
  private <T> void attempt(Supplier<Future<T>> act, Promise<T> done) {
    if (over) {
      done.fail("the round is over");
      return;
    }
    Loops.here(act.get())
        .onSuccess(done::complete)
        .onFailure(lost -> gear.vertx().setTimer(PAUSE_MILLIS, later -> attempt(act, done)));
  }

  /// A result of the outbox that is false when the lease was lost.
  void kept(boolean kept) {
    if (!kept) {
      lost();
    }
  }
}
