package id.kentongan.bot.claim;

import id.kentongan.dialogs.talk.ConversationId;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One thing at a time, and of those for whom something waits one in turn after another: whoever
/// has much waiting holds up the others by one thing, not by all of it. Safe for any thread.
final class FairTurns {
  private final Map<ConversationId, Queue<Runnable>> waiting = new LinkedHashMap<>();
  private boolean busy;

  <T> Future<T> of(ConversationId owner, Supplier<Future<T>> work) {
    Promise<T> done = Promise.promise();
    Runnable turn = () -> work.get().onComplete(done).onComplete(ended -> next(true));
    synchronized (waiting) {
      waiting.computeIfAbsent(owner, first -> new ArrayDeque<>()).add(turn);
    }
    next(false);
    return done.future();
  }

  /// `ended`: the one that was under way.
  private void next(boolean ended) {
    Runnable turn;
    synchronized (waiting) {
      busy &= !ended;
      turn = busy ? null : taken();
      busy |= turn != null;
    }
    if (turn != null) {
      turn.run();
    }
  }

  /// The owner goes behind the others.
  private @Nullable Runnable taken() {
    var first = waiting.entrySet().iterator();
    if (!first.hasNext()) {
      return null;
    }
    Map.Entry<ConversationId, Queue<Runnable>> next = first.next();
    ConversationId owner = next.getKey();
    Queue<Runnable> turns = next.getValue();
    first.remove();
    Runnable turn = turns.remove();
    if (!turns.isEmpty()) {
      waiting.put(owner, turns);
    }
    return turn;
  }
}
