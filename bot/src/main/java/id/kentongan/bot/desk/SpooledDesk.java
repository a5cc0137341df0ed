package id.kentongan.bot.desk;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Inbound;
import id.kentongan.integrations.spool.Spool;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The Desk for a provider that does not repeat what we could not store: then it goes to this
/// node's spool. While anything is in there everything goes through it, so that nothing overtakes.
public final class SpooledDesk {
  private static final Logger LOG = LoggerFactory.getLogger(SpooledDesk.class);
  private static final long PAUSE_MILLIS = 500;
  private static final int BATCH = 100;

  private final Vertx vertx;
  private final Desk desk;
  private final Spool spool;
  private final Map<ConversationId, Line> lines = new ConcurrentHashMap<>();
  private volatile boolean stopped;
  private volatile Future<Void> round = Future.succeededFuture();
  private long place;

  public SpooledDesk(Vertx vertx, Desk desk, Spool spool) {
    this.vertx = vertx;
    this.desk = desk;
    this.spool = spool;
  }

  /// Succeeds when the event is committed or on the disk.
  public Future<Void> receive(Inbound in) {
    return desk.beside(in.conversation(), () -> inLine(in));
  }

  /// Whether nothing waits on this node's disk; until then the node is not ready and must not go.
  public boolean empty() {
    return spool.empty();
  }

  /// Brings what waits to the Desk, as soon as that can store it.
  public void start() {
    vertx.setTimer(
        PAUSE_MILLIS,
        due -> {
          if (!stopped) {
            round = replay();
            round
                .onFailure(e -> LOG.warn("the spool waits: {}", e.toString()))
                .onComplete(done -> start());
          }
        });
  }

  /// Takes nothing more from the disk; done when what is in hand is.
  public Future<Void> stop() {
    stopped = true;
    return round.otherwiseEmpty();
  }

  private Future<Void> inLine(Inbound in) {
    Line line = lines.computeIfAbsent(in.conversation(), fresh -> new Line());
    return line.add(() -> taken(in))
        .onComplete(
            done -> {
              if (line.idle()) {
                lines.remove(in.conversation(), line);
              }
            });
  }

  private Future<Void> taken(Inbound in) {
    if (!spool.empty()) {
      return spool.add(in);
    }
    return desk.receive(in)
        .<Void>mapEmpty()
        .recover(e -> e instanceof Desk.Busy ? Future.failedFuture(e) : spool.add(in));
  }

  private Future<Void> replay() {
    if (spool.empty()) {
      return Future.succeededFuture();
    }
    return vertx
        .executeBlocking(() -> spool.read(place, BATCH), false)
        .compose(
            batch ->
                replayed(batch.events().iterator())
                    .compose(done -> forgotten(batch.next()))
                    .compose(all -> all ? Future.succeededFuture() : replay()));
  }

  private Future<Void> replayed(Iterator<Inbound> events) {
    if (!events.hasNext()) {
      return Future.succeededFuture();
    }
    return stopped
        ? Future.failedFuture("stopped in the middle")
        : desk.replay(events.next()).compose(done -> replayed(events));
  }

  private Future<Boolean> forgotten(long next) {
    place = next;
    return vertx
        .executeBlocking(() -> spool.clear(next), false)
        .onSuccess(
            cleared -> {
              if (cleared) {
                place = 0;
              }
            });
  }
}
