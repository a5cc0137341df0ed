package id.kentongan.bot.postman;

import id.kentongan.bot.desk.Desk;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.integrations.Lease;
import id.kentongan.integrations.Leases;
import id.kentongan.integrations.Notices;
import id.kentongan.integrations.Vault;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings news of the records into conversations, on one node at a time. A notice is marked done
/// once the Vault has its event; brought twice, it takes effect once.
public final class NoticeRelay {
  private static final Logger LOG = LoggerFactory.getLogger(NoticeRelay.class);
  private static final String LEASE = "notices";
  private static final long PAUSE_MILLIS = 500;
  private static final int MOST = 100;

  private final Vertx vertx;
  private final Leases leases;
  private final Notices notices;
  private final Desk desk;
  private volatile boolean stopped;
  private volatile Future<Void> round = Future.succeededFuture();

  public NoticeRelay(Vertx vertx, Leases leases, Notices notices, Desk desk) {
    this.vertx = vertx;
    this.leases = leases;
    this.notices = notices;
    this.desk = desk;
  }

  public void start() {
    vertx.setTimer(
        PAUSE_MILLIS,
        due -> {
          if (!stopped) {
            round = relay();
            round.onComplete(done -> start());
          }
        });
  }

  /// Done when the last round is.
  public Future<Void> stop() {
    stopped = true;
    return round.eventually(() -> leases.claim(LEASE).compose(this::release)).otherwiseEmpty();
  }

  private Future<Void> release(Optional<Lease> held) {
    return held.isPresent() ? leases.release(held.get()) : Future.succeededFuture();
  }

  private Future<Void> relay() {
    return leases
        .claim(LEASE)
        .compose(held -> held.isEmpty() ? Future.succeededFuture(List.of()) : brought())
        .compose(ids -> ids.isEmpty() ? Future.succeededFuture() : notices.done(ids))
        .onFailure(e -> LOG.warn("notices wait: {}", e.toString()))
        .otherwiseEmpty();
  }

  private Future<List<Long>> brought() {
    return notices
        .waiting(MOST)
        .compose(
            waiting -> {
              var ids = waiting.stream().map(this::bring).toList();
              return Future.join(new ArrayList<>(ids))
                  .otherwiseEmpty()
                  .map(done -> ids.stream().map(Future::result).filter(Objects::nonNull).toList());
            });
  }

  private Future<Long> bring(Notices.Waiting waiting) {
    return desk.happen(
            waiting.conversation(),
            "notice:" + waiting.id(),
            new Event.Noticed(waiting.notice()),
            new Vault.Origin.Told())
        .map(waiting.id());
  }
}
