package id.kentongan.bot.postman;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;

/// Deletes done entries from the outbox, in one call all that gathered within a moment and while
/// the last call was under way.
///
/// why: what is done and not deleted yet is done again when this node dies now. A moment of that is
/// the price of one call for many entries.
final class Settling {
  private static final long MOMENT_MILLIS = 20;
  private static final int MOST = 1_000;

  private final Hold hold;
  private List<String> done = new ArrayList<>();
  private Future<Void> underway = Future.succeededFuture();
  private boolean gathering;

  Settling(Hold hold) {
    this.hold = hold;
  }

  void add(String entry) {
    done.add(entry);
    if (underway.isComplete()) {
      gather();
    }
  }

  /// When all is deleted, or the lease is lost.
  Future<Void> finished() {
    flush();
    return done.isEmpty() && underway.isComplete()
        ? Future.succeededFuture()
        : underway.compose(flushed -> finished());
  }

  private void gather() {
    if (!gathering) {
      gathering = true;
      hold.gear.vertx().setTimer(MOMENT_MILLIS, over -> flush());
    }
  }

  private void flush() {
    if (!gathering) {
      return;
    }
    gathering = false;
    List<String> batch = List.copyOf(done.subList(0, Math.min(MOST, done.size())));
    done = new ArrayList<>(done.subList(batch.size(), done.size()));
    underway =
        hold.insist(() -> hold.gear.outbox().settle(hold.lease, batch))
            .onSuccess(
                kept -> {
                  hold.kept(kept);
                  batch.forEach(hold.entries::remove);
                })
            .otherwise(false)
            .onComplete(flushed -> goOn())
            .mapEmpty();
  }

  private void goOn() {
    if (hold.over()) {
      done.clear();
    } else if (!done.isEmpty()) {
      gather();
    }
  }
}
