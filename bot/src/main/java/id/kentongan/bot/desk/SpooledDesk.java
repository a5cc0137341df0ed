package id.kentongan.bot.desk;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Inbound;
import id.kentongan.integrations.Vault;
import id.kentongan.integrations.spool.Spool;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The Desk for a provider that does not repeat what we could not store: then it goes to this
/// node's spool. While anything is in there everything goes through it, so that nothing overtakes.
/// A conversation that only a newer program can read is set aside, so that the others go on.
public final class SpooledDesk {
  private static final Logger LOG = LoggerFactory.getLogger(SpooledDesk.class);
  private static final long PAUSE_MILLIS = 500;
  private static final int BATCH = 100;
  private static final long ASIDE_PAUSE_MILLIS = 60_000;

  private final Vertx vertx;
  private final Desk desk;
  private final Spool spool;
  private final Aside aside;
  private final Seldom seldom = new Seldom(System::nanoTime);
  private final Map<ConversationId, Line> lines = new ConcurrentHashMap<>();
  private volatile boolean stopped;
  private volatile Future<Void> round = Future.succeededFuture();
  private volatile Future<Void> asideRound = Future.succeededFuture();
  private long place;

  /// `aside` keeps what only a newer program can read. Blocks while it is read.
  public SpooledDesk(Vertx vertx, Desk desk, Spool spool, Spool aside) throws IOException {
    this.vertx = vertx;
    this.desk = desk;
    this.spool = spool;
    this.aside = new Aside(aside);
  }

  /// Succeeds when the event is committed or on the disk.
  public Future<Void> receive(Inbound in) {
    return inLine(in.conversation(), () -> taken(in));
  }

  /// Whether nothing waits on this node's disk that it can bring to the Desk itself; until then the
  /// node is not ready and must not go.
  public boolean empty() {
    return spool.empty();
  }

  /// Whether nothing is set aside for a newer program.
  public boolean nothingAside() {
    return aside.empty();
  }

  /// Brings what waits to the Desk, as soon as that can store it.
  public void start() {
    replayLater();
    retryAside();
  }

  /// Takes nothing more from the disk; done when what is in hand is.
  public Future<Void> stop() {
    stopped = true;
    return Future.join(round, asideRound).<Void>mapEmpty().otherwiseEmpty();
  }

  private void replayLater() {
    vertx.setTimer(
        PAUSE_MILLIS,
        due -> {
          if (!stopped) {
            round = replay();
            round.onComplete(
                done -> {
                  told(done.failed() ? done.cause().toString() : null);
                  replayLater();
                });
          }
        });
  }

  private void told(@Nullable String trouble) {
    if (trouble != null && seldom.tells(trouble)) {
      LOG.warn("the spool waits: {}", trouble);
    } else if (trouble == null && seldom.over()) {
      LOG.info("the spool goes on");
    }
  }

  private void retryAside() {
    if (stopped) {
      return;
    }
    asideRound =
        Future.join(aside.waiting().stream().map(this::retried).toList())
            .<Void>mapEmpty()
            .otherwiseEmpty()
            .compose(tried -> vertx.executeBlocking(aside::forget, false))
            .<Void>mapEmpty()
            .otherwiseEmpty();
    vertx.setTimer(ASIDE_PAUSE_MILLIS, due -> retryAside());
  }

  private Future<Void> retried(ConversationId who) {
    return inLine(who, () -> aside.retry(who, desk::replay));
  }

  private Future<Void> inLine(ConversationId who, Supplier<Future<Void>> act) {
    return desk.beside(
        who,
        () -> {
          Line line = lines.computeIfAbsent(who, fresh -> new Line());
          return line.add(act)
              .onComplete(
                  done -> {
                    if (line.idle()) {
                      lines.remove(who, line);
                    }
                  });
        });
  }

  private Future<Void> taken(Inbound in) {
    if (!spool.empty()) {
      return spool.add(in);
    }
    if (aside.holds(in.conversation())) {
      return aside.add(in);
    }
    return desk.receive(in)
        .<Void>mapEmpty()
        .recover(
            e ->
                switch (e) {
                  case Desk.Busy busy -> Future.failedFuture(busy);
                  case Vault.TooNew newer -> aside.add(in);
                  default -> spool.add(in);
                });
  }

  private Future<Void> brought(Inbound in) {
    if (aside.holds(in.conversation())) {
      return aside.add(in);
    }
    return desk.replay(in)
        .<Void>mapEmpty()
        .recover(e -> e instanceof Vault.TooNew ? aside.add(in) : Future.failedFuture(e));
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
    if (stopped) {
      return Future.failedFuture("stopped in the middle");
    }
    Inbound next = events.next();
    return inLine(next.conversation(), () -> brought(next)).compose(done -> replayed(events));
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
