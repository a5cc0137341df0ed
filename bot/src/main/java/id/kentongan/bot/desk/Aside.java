package id.kentongan.bot.desk;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Inbound;
import id.kentongan.integrations.spool.Spool;
import io.vertx.core.Future;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Events of conversations that only a newer program can go on with: on this node's disk and out of
/// the others' way, each conversation's in its order, until a program here can. What is done is
/// forgotten when all is; brought to the Desk twice it takes effect once.
final class Aside {
  private static final Logger LOG = LoggerFactory.getLogger(Aside.class);
  private static final int MOST = 10_000;

  private final Spool disk;
  private final Map<ConversationId, Deque<Inbound>> held = new ConcurrentHashMap<>();
  private final AtomicInteger count = new AtomicInteger();

  /// How an event is brought to the Desk again.
  interface Again {
    Future<?> bring(Inbound in);
  }

  /// With what an earlier process left on the disk. Blocks.
  Aside(Spool disk) throws IOException {
    this.disk = disk;
    disk.read(0, Integer.MAX_VALUE).events().forEach(this::hold);
  }

  boolean empty() {
    return held.isEmpty();
  }

  boolean holds(ConversationId who) {
    return held.containsKey(who);
  }

  List<ConversationId> waiting() {
    return List.copyOf(held.keySet());
  }

  /// Succeeds when the event is on the disk. In the conversation's line.
  Future<Void> add(Inbound in) {
    if (count.get() >= MOST) {
      return Future.failedFuture("too much is set aside");
    }
    if (!holds(in.conversation())) {
      LOG.warn("a conversation that a newer program wrote is set aside; start that program here");
    }
    hold(in);
    return disk.add(in).onFailure(lost -> dropLast(in));
  }

  /// Brings what is held of a conversation, in order, until one is refused. In its line.
  Future<Void> retry(ConversationId who, Again again) {
    Deque<Inbound> events = held.get(who);
    if (events == null) {
      return Future.succeededFuture();
    }
    return again
        .bring(events.getFirst())
        .compose(
            done -> {
              count.decrementAndGet();
              events.removeFirst();
              if (events.isEmpty()) {
                held.remove(who);
              }
              return retry(who, again);
            });
  }

  /// Clears the disk when nothing is held any more. Blocks.
  boolean forget() throws IOException {
    long end = disk.end();
    return held.isEmpty() && disk.clear(end);
  }

  private void hold(Inbound in) {
    held.computeIfAbsent(in.conversation(), first -> new ArrayDeque<>()).addLast(in);
    count.incrementAndGet();
  }

  private void dropLast(Inbound in) {
    held.computeIfPresent(
        in.conversation(),
        (who, events) -> {
          if (events.removeLastOccurrence(in)) {
            count.decrementAndGet();
          }
          return events.isEmpty() ? null : events;
        });
  }
}
