package id.kentongan.bot.postman;

import id.kentongan.dialogs.talk.Announced;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.integrations.Recalls;
import id.kentongan.integrations.Records;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends broadcasts that were not stopped meanwhile, and notes what became of them, person by
/// person. What cannot be delivered is a result to look at and no dead letter.
///
/// why: a message that went out is not sent again because its note waits; after some minutes of a
/// lost database its result stays unknown.
final class Announcing {
  private static final Logger LOG = LoggerFactory.getLogger(Announcing.class);
  private static final int TIMES = 120;
  private static final long PAUSE_MILLIS = 1000;

  private final Vertx vertx;
  private final Records records;
  private final Recalls recalls;

  Announcing(Vertx vertx, Records records, Recalls recalls) {
    this.vertx = vertx;
    this.records = records;
    this.recalls = recalls;
  }

  /// `sending` is one attempt.
  Future<Verdict> send(Item item, Effect.Announce told, Supplier<Future<Verdict>> sending) {
    return recalls
        .stopped(told.broadcast())
        .compose(
            stopped ->
                stopped
                    ? recalled(item, told)
                    : sending.get().compose(verdict -> after(item, told, verdict)));
  }

  /// why: another node may have sent it and died before it could say so.
  private Future<Verdict> recalled(Item item, Effect.Announce told) {
    String why = item.inherited() ? "perhaps sent" : "";
    return noted(item, told, Announced.STOPPED, why).map(new Verdict.Done());
  }

  Future<Verdict> after(Item item, Effect.Announce told, Verdict verdict) {
    return switch (verdict) {
      case Verdict.Done() -> noted(item, told, Announced.SENT, "").map(verdict);
      case Verdict.Happened _ -> noted(item, told, Announced.GONE, "").map(verdict);
      case Verdict.Never(var why) ->
          noted(item, told, Announced.FAILED, why).map(new Verdict.Done());
      case Verdict.Again _, Verdict.Withdrawn _ -> Future.succeededFuture(verdict);
    };
  }

  private Future<Void> noted(Item item, Effect.Announce told, Announced came, String why) {
    var note = new Effect.NoteAnnouncement(told.broadcast(), came, why);
    return noted(item, note, TIMES);
  }

  private Future<Void> noted(Item item, Effect.NoteAnnouncement note, int left) {
    return records
        .tell(item.conversation(), item.post().id(), note)
        .recover(
            lost -> {
              if (left == 0) {
                LOG.warn("a broadcast's result is not noted: {}", lost.toString());
                return Future.succeededFuture();
              }
              return vertx
                  .timer(PAUSE_MILLIS, TimeUnit.MILLISECONDS)
                  .compose(later -> noted(item, note, left - 1));
            });
  }
}
