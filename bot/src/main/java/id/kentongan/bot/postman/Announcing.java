package id.kentongan.bot.postman;

import id.kentongan.dialogs.talk.Announced;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.integrations.Records;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Notes what became of broadcasts, person by person. What cannot be delivered is a result to look
/// at and no dead letter.
///
/// why: a message that went out is not sent again because its note waits; after some minutes of a
/// lost database its result stays unknown.
final class Announcing {
  private static final Logger LOG = LoggerFactory.getLogger(Announcing.class);
  private static final int TIMES = 120;
  private static final long PAUSE_MILLIS = 1000;

  private final Vertx vertx;
  private final Records records;

  Announcing(Vertx vertx, Records records) {
    this.vertx = vertx;
    this.records = records;
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
