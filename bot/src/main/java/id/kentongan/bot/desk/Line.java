package id.kentongan.bot.desk;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Supplier;

/// The turns of one conversation that wait for each other. Used on one event loop.
final class Line {
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private boolean busy;

  int length() {
    return waiting.size();
  }

  boolean idle() {
    return !busy;
  }

  <T> Future<T> add(Supplier<Future<T>> turn) {
    Promise<T> result = Promise.promise();
    waiting.add(
        () ->
            Loops.here(Loops.begun(turn))
                .onComplete(
                    done -> {
                      busy = false;
                      next();
                      if (done.succeeded()) {
                        result.complete(done.result());
                      } else {
                        result.fail(done.cause());
                      }
                    }));
    next();
    return result.future();
  }

  private void next() {
    if (!busy && !waiting.isEmpty()) {
      busy = true;
      waiting.remove().run();
    }
  }
}
