package id.kentongan.integrations.redis;

import io.lettuce.core.api.async.RedisAsyncCommands;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// WAIT on one connection, at most one at a time: those who ask while it is under way share the
/// next, which speaks of all that was written before it. Safe for any thread.
///
/// why: WAIT holds its connection up for a round trip to the replica, and without one for all of
/// its time; one for each commit would let commits through one by one.
///
/// Source: https://redis.io/docs/latest/commands/wait/
final class SharedWait {
  private static final long WAIT_MILLIS = 1_000;

  private final RedisAsyncCommands<String, byte[]> commands;
  private boolean underway;
  private int wanted;
  private @Nullable CompletableFuture<Long> next;

  SharedWait(RedisAsyncCommands<String, byte[]> commands) {
    this.commands = commands;
  }

  /// Whether it is of this very connection.
  @SuppressWarnings("ReferenceEquality")
  boolean by(RedisAsyncCommands<String, byte[]> other) {
    return commands == other;
  }

  /// How many replicas have all that this connection wrote before; waits for `replicas` at most.
  synchronized CompletionStage<Long> reached(int replicas) {
    if (next == null) {
      next = new CompletableFuture<>();
      wanted = 0;
    }
    wanted = Math.max(wanted, replicas);
    CompletableFuture<Long> mine = next;
    if (!underway) {
      send();
    }
    return mine;
  }

  private synchronized void send() {
    CompletableFuture<Long> all = next;
    if (all == null) {
      return;
    }
    next = null;
    underway = true;
    commands
        .waitForReplication(wanted, WAIT_MILLIS)
        .whenComplete(
            (reached, e) -> {
              over();
              if (e == null) {
                all.complete(reached);
              } else {
                all.completeExceptionally(e);
              }
            });
  }

  private synchronized void over() {
    underway = false;
    send();
  }
}
