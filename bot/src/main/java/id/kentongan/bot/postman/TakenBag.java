package id.kentongan.bot.postman;

import id.kentongan.integrations.Deliveries;
import id.kentongan.integrations.Deliveries.Sent;
import id.kentongan.integrations.Post;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gathers what providers took and notes it in batches, beside the postman's way: nothing waits for
/// it. What a process that dies had not noted yet is only not known when it comes back. Safe for
/// any thread.
public final class TakenBag {
  private static final Logger LOG = LoggerFactory.getLogger(TakenBag.class);
  private static final int BATCH = 1_000;
  private static final int MOST = 20_000;
  private static final long PAUSE_MILLIS = 1_000;

  private final Vertx vertx;
  private final Deliveries deliveries;
  private final Consumer<Deliveries.Returned> returned;
  private final List<Sent> waiting = new ArrayList<>();
  private Future<Void> writing = Future.succeededFuture();

  /// `returned` gets what came back before it was noted.
  public TakenBag(Vertx vertx, Deliveries deliveries, Consumer<Deliveries.Returned> returned) {
    this.vertx = vertx;
    this.deliveries = deliveries;
    this.returned = returned;
  }

  synchronized void add(String providerId, Post post) {
    if (waiting.size() < MOST) {
      waiting.add(new Sent(providerId, post));
    }
    if (writing.isComplete()) {
      write();
    }
  }

  /// When nothing waits to be noted.
  public synchronized Future<Void> empty() {
    return writing;
  }

  private synchronized void write() {
    var batch = List.copyOf(waiting.subList(0, Math.min(BATCH, waiting.size())));
    waiting.subList(0, batch.size()).clear();
    writing = batch.isEmpty() ? Future.succeededFuture() : written(batch).onComplete(d -> next());
  }

  private synchronized void next() {
    if (!waiting.isEmpty()) {
      write();
    }
  }

  private Future<Void> written(List<Sent> batch) {
    return deliveries
        .sent(batch)
        .onSuccess(back -> back.forEach(returned))
        .<Void>mapEmpty()
        .recover(
            e -> {
              LOG.warn("what was sent cannot be noted: {}", e.toString());
              return vertx.timer(PAUSE_MILLIS).compose(later -> written(batch));
            });
  }
}
