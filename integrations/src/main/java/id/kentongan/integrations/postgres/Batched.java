package id.kentongan.integrations.postgres;

import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Work of one kind that many ask for at the same moment, done at once: what comes while
/// a batch is under way is the next batch. When a batch fails each is tried alone, so that nobody
/// fails for another's sake, unless the database is lost for all. Safe for any thread; answers on
/// the asker's context.
public final class Batched<A, B> {
  private static final int MOST = 500;

  private final Way<B> way;
  private final Duration moment;
  private final Work<A, B> work;
  private final Queue<Asked<A, B>> waiting = new ArrayDeque<>();
  private boolean underway;

  /// An answer for each that is asked, in their order.
  @FunctionalInterface
  public interface Work<A, B> {
    List<B> in(Handle handle, List<A> asked);
  }

  private record Asked<A, B>(A what, Promise<B> promise, @Nullable Context context) {
    void answer(AsyncResult<List<B>> answers, int place) {
      Database.settle(
          context,
          () -> {
            if (answers.succeeded()) {
              promise.complete(answers.result().get(place));
            } else {
              promise.fail(answers.cause());
            }
          });
    }
  }

  /// How a batch is run: [Database#transact], or [Database#alone] where it is one statement.
  @FunctionalInterface
  public interface Way<B> {
    Future<List<B>> run(Database.Work<List<B>> work);
  }

  /// `moment`: how long the first of a batch waits for others, unless a whole batch waits already.
  public Batched(Way<B> way, Duration moment, Work<A, B> work) {
    this.way = way;
    this.moment = moment;
    this.work = work;
  }

  public Future<B> ask(A what) {
    var asked = new Asked<A, B>(what, Promise.promise(), Vertx.currentContext());
    if (begins(asked)) {
      gather();
    }
    return asked.promise().future();
  }

  private synchronized boolean begins(Asked<A, B> asked) {
    waiting.add(asked);
    boolean begins = !underway;
    underway = true;
    return begins;
  }

  private void gather() {
    Context context = Vertx.currentContext();
    if (context == null || moment.isZero() || full()) {
      next();
    } else {
      context.owner().setTimer(moment.toMillis(), over -> next());
    }
  }

  private synchronized boolean full() {
    return waiting.size() >= MOST;
  }

  private void next() {
    List<Asked<A, B>> batch = taken();
    if (batch.isEmpty()) {
      return;
    }
    run(batch)
        .onComplete(
            done -> {
              if (done.failed() && batch.size() > 1 && !Database.isLost(done.cause())) {
                batch.forEach(one -> run(List.of(one)).onComplete(alone -> one.answer(alone, 0)));
              } else {
                for (int i = 0; i < batch.size(); i++) {
                  batch.get(i).answer(done, i);
                }
              }
              gather();
            });
  }

  private synchronized List<Asked<A, B>> taken() {
    var batch = new ArrayList<Asked<A, B>>();
    while (batch.size() < MOST && !waiting.isEmpty()) {
      batch.add(waiting.remove());
    }
    underway = !batch.isEmpty();
    return batch;
  }

  private Future<List<B>> run(List<Asked<A, B>> batch) {
    List<A> whole = batch.stream().map(Asked::what).toList();
    return way.run(handle -> work.in(handle, whole));
  }
}
