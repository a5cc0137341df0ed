package id.kentongan.bot.postman;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;

/// Deletes done entries from the outbox, all that gathered while the last call was under way in
/// one.
final class Settling {
  private final Hold hold;
  private List<String> done = new ArrayList<>();
  private Future<Void> underway = Future.succeededFuture();

  Settling(Hold hold) {
    this.hold = hold;
  }

  void add(String entry) {
    done.add(entry);
    if (underway.isComplete()) {
      flush();
    }
  }

  /// When all is deleted, or the lease is lost.
  Future<Void> finished() {
    return done.isEmpty() && underway.isComplete()
        ? Future.succeededFuture()
        : underway.compose(flushed -> finished());
  }

  private void flush() {
    List<String> batch = done;
    done = new ArrayList<>();
    underway =
        hold.insist(() -> hold.gear.outbox().settle(hold.lease, batch))
            .onSuccess(
                kept -> {
                  hold.kept(kept);
                  batch.forEach(hold.entries::remove);
                })
            .otherwise(false)
            .onComplete(
                flushed -> {
                  if (!done.isEmpty() && !hold.over()) {
                    flush();
                  } else if (hold.over()) {
                    done.clear();
                  }
                })
            .mapEmpty();
  }
}
