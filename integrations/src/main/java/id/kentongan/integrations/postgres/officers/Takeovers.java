package id.kentongan.integrations.postgres.officers;

import id.kentongan.dialogs.talk.Notice;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.postgres.AuditLines;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.NoticeBoard;
import id.kentongan.integrations.postgres.Numbers;
import id.kentongan.integrations.postgres.accounts.Absences;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/// An officer takes a conversation over, speaks in it, and gives it back to the bot. Row, word to
/// the conversation and audit are one transaction; a conversation is with one officer at a time.
public final class Takeovers {
  private final Database database;
  private final Keyring keys;
  private final NoticeBoard board;
  private final Numbers numbers;
  private final InstantSource clock;
  private final ZoneId zone;

  public Takeovers(Database database, MasterKey master, InstantSource clock, ZoneId zone) {
    this.database = database;
    this.keys = new Keyring(master);
    this.board = new NoticeBoard(keys);
    this.numbers = new Numbers(keys);
    this.clock = clock;
    this.zone = zone;
  }

  /// What came of it.
  public enum Result {
    DONE,
    /// Another officer has the conversation, or this one has not.
    NOT_YOURS,
    MISSING
  }

  /// The bot falls silent; every ticket that waits in the conversation is answered by this, but for
  /// those that remind of a matter. Where none waits, one is made. Whom a colleague helps who
  /// is away or has left is taken over as well.
  public Future<Result> takeOver(String officer, long talk) {
    return on(
        talk,
        handle -> {
          Optional<String> holder = holder(handle, talk);
          Instant now = clock.instant();
          if (holder.isPresent()) {
            if (holder.get().equals(officer)) {
              return Result.DONE;
            }
            if (!Absences.gone(handle, holder.get(), now)) {
              return Result.NOT_YOURS;
            }
          }
          String ticket =
              first(handle, talk, "TAKEN")
                  .or(() -> first(handle, talk, "WAITING"))
                  .orElseGet(() -> make(handle, talk, now));
          handle.execute(
              """
              update tickets set state = 'TAKEN', officer = ?, state_since = ?, taken = ?
              where number = ?
              """,
              officer,
              now,
              now,
              ticket);
          board.put(handle, talk, new Notice.TakenOver(shown(handle, officer)));
          AuditLines.add(handle, now, officer, "take over", ticket);
          return Result.DONE;
        });
  }

  /// The bot goes on at the question it had asked. `any`: also what another officer has.
  public Future<Result> giveBack(String officer, long talk, boolean any) {
    return on(
        talk,
        handle -> {
          Optional<String> holder = holder(handle, talk);
          if (holder.isEmpty() || !(any || holder.get().equals(officer))) {
            return Result.NOT_YOURS;
          }
          Instant now = clock.instant();
          handle.execute(
              """
              update tickets set state = 'DONE', state_since = ?
              where talk = ? and (state = 'TAKEN' or state = 'WAITING' and not %s)
              """
                  .formatted(Promises.REMINDS),
              now,
              talk);
          board.put(handle, talk, new Notice.GivenBack());
          AuditLines.add(handle, now, officer, "give back", "talk/" + talk);
          return Result.DONE;
        });
  }

  /// Leaves a conversation that this officer has to a colleague who is there; the person is told
  /// the new name.
  public Future<Result> handOn(String officer, long talk, String to) {
    return on(
        talk,
        handle -> {
          if (holder(handle, talk).filter(officer::equals).isEmpty()) {
            return Result.NOT_YOURS;
          }
          Instant now = clock.instant();
          int handed =
              handle.execute(
                  """
                  update tickets set officer = ?, assigned = null, state_since = ?
                  where talk = ? and state = 'TAKEN' and exists (select 1 from officers
                    where name = ? and %s and coalesce(away_until, '-infinity') <= ?)
                  """
                      .formatted(Absences.SPEAKS),
                  to,
                  now,
                  talk,
                  to,
                  now);
          if (handed == 0) {
            return Result.MISSING;
          }
          board.put(handle, talk, new Notice.TakenOver(shown(handle, to)));
          AuditLines.add(handle, now, officer, "hand on to " + to, "talk/" + talk);
          return Result.DONE;
        });
  }

  /// Says something to the person of a conversation that this officer has.
  public Future<Result> say(String officer, long talk, String text) {
    return on(
        talk,
        handle -> {
          if (!holder(handle, talk).filter(officer::equals).isPresent()) {
            return Result.NOT_YOURS;
          }
          board.put(handle, talk, new Notice.OfficerSaid(text));
          line(handle, officer, talk, "SAID", text);
          AuditLines.add(handle, clock.instant(), officer, "say", "talk/" + talk);
          return Result.DONE;
        });
  }

  /// Writes something down for colleagues.
  public Future<Result> note(String officer, long talk, String text) {
    return on(
        talk,
        handle -> {
          line(handle, officer, talk, "NOTE", text);
          AuditLines.add(handle, clock.instant(), officer, "note", "talk/" + talk);
          return Result.DONE;
        });
  }

  /// Names who is to look after a ticket; nobody when `to` is empty.
  public Future<Result> assign(String officer, String ticket, String to) {
    return database.transact(
        handle -> {
          int assigned =
              handle.execute(
                  """
                  update tickets set assigned = nullif(?, '') where number = ? and state = 'WAITING'
                    and (? = '' or exists (select 1 from officers
                      where name = ? and %s and coalesce(away_until, '-infinity') <= ?))
                  """
                      .formatted(Absences.SPEAKS),
                  to,
                  ticket,
                  to,
                  to,
                  clock.instant());
          if (assigned == 1) {
            AuditLines.add(handle, clock.instant(), officer, "assign to " + to, ticket);
          }
          return assigned == 1 ? Result.DONE : Result.MISSING;
        });
  }

  private void line(Handle handle, String officer, long talk, String kind, String text) {
    handle.execute(
        "insert into officer_lines (talk, officer, kind, at, text) values (?, ?, ?, ?, ?)",
        talk,
        officer,
        kind,
        clock.instant(),
        keys.talk(handle, talk).seal("officer", text));
  }

  /// why: two officers who reach for the same person at once, one after the other.
  private Future<Result> on(long talk, Function<Handle, Result> act) {
    return database.transact(
        handle ->
            handle
                    .createQuery("select id from talks where id = :talk for update")
                    .bind("talk", talk)
                    .mapTo(Long.class)
                    .findOne()
                    .isPresent()
                ? act.apply(handle)
                : Result.MISSING);
  }

  private static Optional<String> holder(Handle handle, long talk) {
    return handle
        .createQuery("select officer from tickets where talk = :talk and state = 'TAKEN'")
        .bind("talk", talk)
        .mapTo(String.class)
        .findOne();
  }

  private static Optional<String> first(Handle handle, long talk, String state) {
    return handle
        .createQuery(
            """
            select number from tickets
            where talk = :talk and state = :state and (state = 'TAKEN' or not %s)
            order by until, number limit 1
            """
                .formatted(Promises.REMINDS))
        .bind("talk", talk)
        .bind("state", state)
        .mapTo(String.class)
        .findOne();
  }

  private String make(Handle handle, long talk, Instant now) {
    String number = numbers.next(handle, Numbers.Kind.TICKET, LocalDate.ofInstant(now, zone));
    handle.execute(
        """
        insert into tickets (number, talk, topic, words, state, until, made, state_since)
        values (?, ?, 'officer', ?, 'WAITING', ?, ?, ?)
        """,
        number,
        talk,
        keys.talk(handle, talk).seal("words", ""),
        now,
        now,
        now);
    return number;
  }

  /// What people are told of an officer.
  private static String shown(Handle handle, String officer) {
    return handle
        .createQuery("select shown from officers where name = :name and shown != ''")
        .bind("name", officer)
        .mapTo(String.class)
        .findOne()
        .orElse(officer);
  }
}
