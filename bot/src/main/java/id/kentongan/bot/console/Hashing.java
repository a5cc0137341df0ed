package id.kentongan.bot.console;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/// Works on passwords, two at a time, because each takes 19 MiB: whoever sends them from many
/// addresses at once would have all of the memory. Fails with [Busy] when many wait.
final class Hashing {
  private static final int AT_ONCE = 2;
  private static final int WAITING = 100;

  private final WorkerExecutor workers;
  private final AtomicInteger waiting = new AtomicInteger();

  Hashing(Vertx vertx) {
    this.workers = vertx.createSharedWorkerExecutor("passwords", AT_ONCE);
  }

  <T> Future<T> of(Callable<T> work) {
    if (waiting.incrementAndGet() > WAITING) {
      waiting.decrementAndGet();
      return Future.failedFuture(new Busy());
    }
    return workers.executeBlocking(work, false).onComplete(done -> waiting.decrementAndGet());
  }

  /// Too many wait already; to be tried again.
  static final class Busy extends Exception {
    private static final long serialVersionUID = 1L;

    Busy() {
      super("too many passwords at once", null, false, false);
    }
  }
}
