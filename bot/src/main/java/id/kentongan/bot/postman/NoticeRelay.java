package id.kentongan.bot.postman;

import id.kentongan.bot.desk.Desk;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.integrations.Lease;
import id.kentongan.integrations.Leases;
import id.kentongan.integrations.Notices;
import id.kentongan.integrations.Vault;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
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
  private final PassedBy passed = new PassedBy(System::nanoTime);
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

  /// A round at once, after the one that is under way.
  public Future<Void> now() {
    return round.eventually(this::relay);
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
    return page(0).onFailure(e -> LOG.warn("notices wait: {}", e.toString())).otherwiseEmpty();
  }

  /// A page of those after a notice, then the next. The lease is claimed for each anew.
  private Future<Void> page(long after) {
    return leases
        .claim(LEASE)
        .compose(
            held ->
                held.isEmpty() || stopped
                    ? Future.succeededFuture()
                    : notices.waiting(after, MOST).compose(this::brought));
  }

  private Future<Void> brought(List<Notices.Waiting> page) {
    var tried =
        page.stream().filter(it -> !passed.now(it.conversation())).map(this::bring).toList();
    return Future.all(tried)
        .compose(all -> noted(tried.stream().map(Future::result).toList()))
        .compose(done -> page.size() < MOST ? Future.succeededFuture() : page(page.getLast().id()));
  }

  /// What became of an attempt: nothing was lost when the Vault has it.
  private record Tried(Notices.Waiting notice, Optional<Throwable> lost) {}

  private Future<Tried> bring(Notices.Waiting waiting) {
    return desk.happen(
            waiting.conversation(),
            "notice:" + waiting.id(),
            new Event.Noticed(waiting.notice()),
            new Vault.Origin.Told())
        .map(done -> new Tried(waiting, Optional.empty()))
        .otherwise(lost -> new Tried(waiting, Optional.of(lost)));
  }

  private Future<Void> noted(List<Tried> tried) {
    var failed = tried.stream().filter(it -> it.lost().isPresent()).toList();
    var brought = tried.stream().filter(it -> it.lost().isEmpty()).map(Tried::notice).toList();
    brought.forEach(it -> passed.brought(it.conversation()));
    failed.stream().map(it -> it.notice().conversation()).distinct().forEach(passed::failed);
    failed.stream()
        .flatMap(it -> it.lost().stream())
        .findFirst()
        .ifPresent(why -> LOG.warn("{} notices wait: {}", failed.size(), why.toString()));
    return notices.done(brought.stream().map(Notices.Waiting::id).toList());
  }
}
