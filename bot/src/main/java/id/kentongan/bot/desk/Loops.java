package id.kentongan.bot.desk;

import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The event loops that the shards are dealt to: everything of one shard happens on one loop, so
/// that its turns and its postman need no locks.
public final class Loops {
  private final List<Context> contexts;

  private Loops(List<Context> contexts) {
    this.contexts = contexts;
  }

  /// How many this machine is to have: half its processors, for the stores need the others, and a
  /// message changes threads the less often the fewer there are.
  public static int fitting() {
    return Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
  }

  public static Future<Loops> open(Vertx vertx, int count) {
    var contexts = new CopyOnWriteArrayList<Context>();
    return vertx
        .deployVerticle(
            () ->
                new VerticleBase() {
                  @Override
                  public Future<?> start() {
                    contexts.add(context);
                    return Future.succeededFuture();
                  }
                },
            new DeploymentOptions().setInstances(count))
        .map(deployed -> new Loops(List.copyOf(contexts)));
  }

  public List<Context> all() {
    return contexts;
  }

  public Context of(String shard) {
    return contexts.get(Math.floorMod(shard.hashCode(), contexts.size()));
  }

  /// Does the work on the shard's loop; the result comes back on the caller's.
  public <T> Future<T> on(String shard, Supplier<Future<T>> work) {
    Context there = of(shard);
    Context here = Vertx.currentContext();
    if (there.equals(here)) {
      return begun(work);
    }
    Promise<T> result = Promise.promise();
    there.runOnContext(go -> begun(work).onComplete(done -> back(here, () -> done(result, done))));
    return result.future();
  }

  /// A future whose result comes on the caller's loop, whichever thread completes it.
  public static <T> Future<T> here(Future<T> future) {
    Context here = Vertx.currentContext();
    if (here == null) {
      return future;
    }
    Promise<T> result = Promise.promise();
    future.onComplete(
        done -> {
          if (here.equals(Vertx.currentContext())) {
            done(result, done);
          } else {
            here.runOnContext(go -> done(result, done));
          }
        });
    return result.future();
  }

  /// The same result, but a [TimeoutException] when it takes longer.
  public static <T> Future<T> within(Duration limit, Future<T> work) {
    Context here = Vertx.currentContext();
    if (here == null) {
      return work.timeout(limit.toMillis(), TimeUnit.MILLISECONDS);
    }
    if (work.isComplete()) {
      return work;
    }
    // why: a future that belongs to no loop would be timed by a thread of its own, woken each time.
    Promise<T> result = Promise.promise();
    long timer =
        here.owner().setTimer(limit.toMillis(), late -> result.tryFail(new TimeoutException()));
    work.onComplete(
        done -> {
          here.owner().cancelTimer(timer);
          if (done.succeeded()) {
            result.tryComplete(done.result());
          } else {
            result.tryFail(done.cause());
          }
        });
    return result.future();
  }

  /// why: an exception of the work must come back too.
  static <T> Future<T> begun(Supplier<Future<T>> work) {
    try {
      return work.get();
    } catch (Throwable e) {
      return Future.failedFuture(e);
    }
  }

  private static void back(@Nullable Context here, Runnable then) {
    if (here == null) {
      then.run();
    } else {
      here.runOnContext(go -> then.run());
    }
  }

  private static <T> void done(Promise<T> result, AsyncResult<T> done) {
    if (done.succeeded()) {
      result.complete(done.result());
    } else {
      result.fail(done.cause());
    }
  }
}
