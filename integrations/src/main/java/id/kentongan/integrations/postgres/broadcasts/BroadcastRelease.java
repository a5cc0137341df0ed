package id.kentongan.integrations.postgres.broadcasts;

import id.kentongan.dialogs.content.Rules;
import id.kentongan.dialogs.talk.Notice;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.NoticeBoard;
import id.kentongan.integrations.postgres.broadcasts.Broadcasts.Broadcast;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Lets broadcasts into the conversations of those who are next: as many a minute as was asked,
/// within the hours of reminders, and no more than some a channel that have not been settled yet,
/// so that a channel whose provider wants a pause gets no more. The row and the notice are one
/// transaction, so no person is told twice, however many nodes release at once.
public final class BroadcastRelease {
  private static final int UNDERWAY = 30;
  /// why: a note that was lost with its process never comes.
  private static final Duration SETTLED = Duration.ofDays(1);

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Database database;
  private final NoticeBoard board;
  private final Rules rules;
  private final InstantSource clock;

  public BroadcastRelease(Database database, MasterKey master, Rules rules, InstantSource clock) {
    this.database = database;
    this.board = new NoticeBoard(new Keyring(master));
    this.rules = rules;
    this.clock = clock;
  }

  /// Whose turn it is now; how many were let in. To be called each second.
  public Future<Integer> release() {
    Instant now = clock.instant();
    if (rules.reminders().opens(now.atZone(rules.zone())).toInstant().isAfter(now)) {
      return Future.succeededFuture(0);
    }
    return database.transact(
        handle ->
            handle
                .createQuery(
                    "select * from broadcasts where state = 'RUNNING' order by id"
                        + " for update skip locked")
                .map((row, context) -> BroadcastRows.broadcast(row))
                .list()
                .stream()
                .mapToInt(running -> release(handle, running, now))
                .sum());
  }

  private int release(Handle handle, Broadcast running, Instant now) {
    List<Next> next = next(handle, running, now);
    for (Next one : next) {
      handle.execute(
          "update broadcast_people set state = ?, released = ? where broadcast = ? and talk = ?",
          one.willing() ? "RELEASED" : "REFUSED",
          now,
          running.id(),
          one.talk());
      if (one.willing()) {
        var told = new Notice.Announcement(running.id(), running.draft().text());
        board.put(handle, one.talk(), told);
      }
    }
    if (next.isEmpty()) {
      handle.execute(
          "update broadcast_people set state = 'UNKNOWN', ended = ? where broadcast = ?"
              + " and state = 'RELEASED' and released < ?",
          now,
          running.id(),
          now.minus(SETTLED));
      handle.execute(
          """
          update broadcasts set state = 'DONE', ended = ? where id = ? and not exists (
            select 1 from broadcast_people
            where broadcast = broadcasts.id and state in ('WAITING', 'RELEASED'))
          """,
          now,
          running.id());
    }
    return next.size();
  }

  /// Whose turn it is; `willing`: they still want it.
  private record Next(long talk, boolean willing) {}

  private List<Next> next(Handle handle, Broadcast running, Instant now) {
    int minute = running.draft().perMinute();
    int lately =
        handle
            .createQuery(
                "select count(*) from broadcast_people where broadcast = :id and released > :since")
            .bind("id", running.id())
            .bind("since", now.minus(MINUTE))
            .mapTo(Integer.class)
            .one();
    return handle
        .createQuery(
            """
            select b.talk, %s as willing
            from broadcast_people b join talks t on t.id = b.talk
            where b.broadcast = :id and b.state = 'WAITING'
              and b.channel not in (select channel from broadcast_people
                where state = 'RELEASED' group by channel having count(*) >= :underway)
              and not exists (select 1 from tickets k where k.talk = t.id and k.state = 'TAKEN')
              and not exists (select 1 from reminder_wishes w
                where w.talk = t.id and w.wanted and w.hour > :hour)
            order by b.talk limit :most for update of b skip locked
            """
                .formatted(Audience.WILLING))
        .bind("id", running.id())
        .bind("underway", UNDERWAY)
        .bind("hour", now.atZone(rules.zone()).getHour())
        .bind("most", Math.max(0, Math.min(minute - lately, Math.ceilDiv(minute, 60))))
        .map((row, context) -> new Next(row.getLong("talk"), row.getBoolean("willing")))
        .list();
  }
}
