package id.kentongan.integrations.postgres.officers;

import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.Notice;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.postgres.AuditLines;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.NoticeBoard;
import id.kentongan.integrations.postgres.Talks;
import id.kentongan.integrations.postgres.matters.Moved;
import id.kentongan.integrations.postgres.matters.Signatures;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What officers ask people about a matter, in one click, and the answers on their way into the
/// form.
public final class Queries {
  private final Database database;
  private final Keyring keys;
  private final NoticeBoard board;
  private final InstantSource clock;

  public Queries(Database database, MasterKey master, InstantSource clock) {
    this.database = database;
    this.keys = new Keyring(master);
    this.board = new NoticeBoard(keys);
    this.clock = clock;
  }

  /// A field that was asked for, latest query only; `answer` is null until the person tells.
  public record Query(
      String field, String officer, Instant asked, @Nullable String answer, boolean used) {}

  /// Asks the person for a field, once until the answer is used; false when nobody chatted or there
  /// is no such matter.
  public Future<Boolean> ask(String officer, String number, String field) {
    return database.transact(
        handle -> {
          Optional<Long> talk = talk(handle, number);
          boolean asked = talk.isPresent() && open(handle, number, field);
          talk.filter(owner -> !asked)
              .ifPresent(
                  owner -> {
                    handle.execute(
                        "insert into queries (matter, field, talk, officer, asked) values (?, ?, ?,"
                            + " ?, ?)",
                        number,
                        field,
                        owner,
                        officer,
                        clock.instant());
                    board.put(handle, owner, new Notice.FieldAsked(number, field));
                    AuditLines.add(handle, clock.instant(), officer, "ask " + field, number);
                  });
          return talk.isPresent();
        });
  }

  /// why the lock: two officers, or a second tap at another node, come at the same instant.
  private static boolean open(Handle handle, String number, String field) {
    handle
        .createQuery("select pg_advisory_xact_lock(hashtextextended(:what, 0))::text")
        .bind("what", "query " + number + ' ' + field)
        .mapTo(String.class)
        .one();
    return handle
        .createQuery(
            """
            select count(*) > 0 from queries
            where matter = :number and field = :field and used is null
              and id = (select max(id) from queries where matter = :number and field = :field)
            """)
        .bind("number", number)
        .bind("field", field)
        .mapTo(Boolean.class)
        .one();
  }

  /// The latest query of each field of a matter.
  public Future<List<Query>> of(String number) {
    return database.transact(
        handle ->
            handle
                .createQuery(
                    """
                    select distinct on (field) * from queries where matter = :number
                    order by field, id desc
                    """)
                .bind("number", number)
                .map(
                    (row, context) -> {
                      byte[] answer = row.getBytes("answer");
                      return new Query(
                          row.getString("field"),
                          row.getString("officer"),
                          row.getTimestamp("asked").toInstant(),
                          answer == null
                              ? null
                              : keys.talk(handle, row.getLong("talk")).open("query", answer),
                          row.getTimestamp("used") != null);
                    })
                .list());
  }

  /// Puts the latest answer of a field into the form; false when there is none, or the form has no
  /// such field. What a payment hangs on needs the signature of a second officer first.
  public Future<Moved> use(String officer, String number, String field) {
    return database.transact(
        handle -> {
          Optional<Answered> answered = latest(handle, number, field);
          if (answered.isEmpty()) {
            return Moved.NO;
          }
          if (MatterFields.PAYOUT.contains(field)) {
            var signed =
                Signatures.sign(handle, officer, number, "FIELD " + field, clock.instant());
            if (signed != Moved.DONE) {
              return signed;
            }
          }
          boolean put = new MatterFields(keys).put(handle, number, field, answered.get().value());
          handle.execute(
              "update queries set used = ? where id = ?", clock.instant(), answered.get().id());
          AuditLines.add(handle, clock.instant(), officer, "use answer: " + field, number);
          return put ? Moved.DONE : Moved.NO;
        });
  }

  private record Answered(long id, String value) {}

  private Optional<Answered> latest(Handle handle, String number, String field) {
    return handle
        .createQuery(
            """
            select id, talk, answer from queries
            where matter = :number and field = :field and answer is not null and used is null
            order by id desc limit 1
            """)
        .bind("number", number)
        .bind("field", field)
        .map(
            (row, context) ->
                new Answered(
                    row.getLong("id"),
                    keys.talk(handle, row.getLong("talk")).open("query", row.getBytes("answer"))))
        .findOne();
  }

  /// The person answered: only what was asked in their own conversation counts.
  public static void answered(
      Handle handle, Talks.Talk talk, Effect.TellField told, InstantSource clock) {
    handle.execute(
        """
        update queries set answer = ?, answered = ?
        where id = (select max(id) from queries where matter = ? and field = ? and talk = ?)
        """,
        talk.secrets().seal("query", told.value()),
        clock.instant(),
        told.number(),
        told.field(),
        talk.id());
  }

  private static Optional<Long> talk(Handle handle, String number) {
    return handle
        .createQuery(
            """
            select talk from (
              select talk from enrolments where number = :number
              union all select talk from claims where number = :number
            ) matter where talk is not null
            """)
        .bind("number", number)
        .mapTo(Long.class)
        .findOne();
  }
}
