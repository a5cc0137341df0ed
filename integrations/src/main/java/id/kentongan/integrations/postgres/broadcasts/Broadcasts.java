package id.kentongan.integrations.postgres.broadcasts;

import id.kentongan.integrations.postgres.AuditLines;
import id.kentongan.integrations.postgres.Database;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What many are told at once: written by one officer, set going by another, paused, stopped, with
/// what became of it for each person. Every act is a line of the audit.
public final class Broadcasts {
  private final Database database;
  private final InstantSource clock;
  private final ZoneId zone;

  public Broadcasts(Database database, InstantSource clock, ZoneId zone) {
    this.database = database;
    this.clock = clock;
    this.zone = zone;
  }

  /// Where one stands.
  public enum State {
    DRAFT,
    RUNNING,
    PAUSED,
    STOPPED,
    DONE
  }

  /// What is to be said, to whom, and to how many a minute.
  public record Draft(String title, String text, Audience audience, int perMinute) {}

  /// One, and where it stands.
  public record Broadcast(long id, Draft draft, State state, Who who) {}

  /// Who wrote it, who let it go and who stopped it, and when.
  public record Who(
      String author,
      Instant made,
      @Nullable String approver,
      @Nullable Instant started,
      @Nullable String stopper,
      @Nullable Instant ended) {}

  /// Of a channel: how many are as asked, how many of them want news, and of these how many wrote
  /// too long ago for free words, and how many are not to be reached.
  public record Count(String channel, int matching, int willing, int outside, int gone) {}

  /// How many people a state of the sending holds.
  public record Tally(String state, int people) {}

  /// What became of it for somebody, and when; not yet for who waits.
  public record Told(
      long talk,
      @Nullable String name,
      String channel,
      String state,
      String why,
      @Nullable Instant at) {}

  /// What came of an act.
  public enum Result {
    DONE,
    /// Who wrote it does not set it going.
    OWN,
    /// It cannot be done where it stands.
    GONE
  }

  public Future<List<Count>> count(Audience audience) {
    return database.transact(
        handle ->
            audience
                .bind(
                    handle.createQuery(
                        """
                        select channel, count(*) as matching, count(*) filter (where willing) as own,
                          count(*) filter (where willing and outside) as outside,
                          count(*) filter (where willing and gone) as gone
                        from (%s) as chosen group by channel order by channel
                        """
                            .formatted(Audience.CHOSEN)),
                    clock.instant(),
                    zone)
                .map(
                    (row, context) ->
                        new Count(
                            row.getString("channel"),
                            row.getInt("matching"),
                            row.getInt("own"),
                            row.getInt("outside"),
                            row.getInt("gone")))
                .list());
  }

  public Future<Long> draft(String author, Draft draft) {
    return database.transact(
        handle -> {
          long id = BroadcastRows.insert(handle, author, draft, clock.instant());
          audit(handle, author, "broadcast written", id);
          return id;
        });
  }

  public Future<List<Broadcast>> all(int most) {
    return database.transact(handle -> BroadcastRows.latest(handle, most));
  }

  public Future<Optional<Broadcast>> find(long id) {
    return database.transact(handle -> BroadcastRows.find(handle, id));
  }

  public Future<List<Tally>> tallies(long id) {
    return database.transact(handle -> BroadcastRows.tallies(handle, id));
  }

  /// Those in a state, or all when it is empty, latest first.
  public Future<List<Told>> people(String officer, long id, String state, int most) {
    return database.transact(
        handle -> {
          audit(handle, officer, "look at results", id);
          return BroadcastRows.people(handle, id, state, most);
        });
  }

  /// Fixes whom it is for and begins.
  public Future<Result> start(String officer, long id) {
    return database.transact(
        handle -> {
          Optional<Broadcast> found = BroadcastRows.locked(handle, id);
          if (found.isEmpty() || found.get().state() != State.DRAFT) {
            return Result.GONE;
          }
          if (found.get().who().author().equals(officer)) {
            return Result.OWN;
          }
          Instant now = clock.instant();
          found
              .get()
              .draft()
              .audience()
              .bind(
                  handle.createUpdate(
                      """
                      insert into broadcast_people (broadcast, talk, channel, state)
                      select :broadcast, id, channel, 'WAITING' from (%s) as chosen where willing
                      """
                          .formatted(Audience.CHOSEN)),
                  now,
                  zone)
              .bind("broadcast", id)
              .execute();
          handle.execute(
              "update broadcasts set state = 'RUNNING', approver = ?, started = ? where id = ?",
              officer,
              now,
              id);
          audit(handle, officer, "broadcast started", id);
          return Result.DONE;
        });
  }

  public Future<Result> pause(String officer, long id) {
    return move(officer, id, State.RUNNING, State.PAUSED);
  }

  public Future<Result> resume(String officer, long id) {
    return move(officer, id, State.PAUSED, State.RUNNING);
  }

  /// For good; whoever was not told is not.
  public Future<Result> stop(String officer, long id) {
    return database.transact(
        handle -> {
          int stopped =
              handle.execute(
                  "update broadcasts set state = 'STOPPED', stopper = ?, ended = ? where id = ?"
                      + " and state in ('DRAFT', 'RUNNING', 'PAUSED')",
                  officer,
                  clock.instant(),
                  id);
          if (stopped == 0) {
            return Result.GONE;
          }
          handle.execute(
              "update broadcast_people set state = 'STOPPED', ended = ? where broadcast = ?"
                  + " and state = 'WAITING'",
              clock.instant(),
              id);
          audit(handle, officer, "broadcast stopped", id);
          return Result.DONE;
        });
  }

  private Future<Result> move(String officer, long id, State from, State to) {
    return database.transact(
        handle -> {
          int moved =
              handle.execute(
                  "update broadcasts set state = ? where id = ? and state = ?",
                  to.name(),
                  id,
                  from.name());
          if (moved == 1) {
            audit(handle, officer, "broadcast " + to, id);
          }
          return moved == 1 ? Result.DONE : Result.GONE;
        });
  }

  private void audit(Handle handle, String officer, String act, long id) {
    AuditLines.add(handle, clock.instant(), officer, act, "broadcast/" + id);
  }
}
