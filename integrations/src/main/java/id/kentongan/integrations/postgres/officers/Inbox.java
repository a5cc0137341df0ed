package id.kentongan.integrations.postgres.officers;

import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.matters.AccidentState;
import id.kentongan.integrations.postgres.matters.TicketState;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who waits for a person, who is being helped, in the order in which they are to be answered.
/// Readable columns only: nothing is decrypted for a list.
public final class Inbox {
  private final Database database;

  public Inbox(Database database) {
    this.database = database;
  }

  /// A person who waits or is helped: `topic` says why (`human/enroll`), `officer` who has the
  /// conversation, `assigned` who is to have it, `name` and `village` where the person is known.
  public record Ticket(
      String number,
      long talk,
      String channel,
      String topic,
      Person person,
      Who who,
      Times times) {}

  /// Whose question it is, as far as it is known; `sample`: an invented one.
  public record Person(@Nullable String name, @Nullable String village, boolean sample) {}

  /// How it stands, who is at it, and to whom it was given.
  public record Who(TicketState state, @Nullable String officer, @Nullable String assigned) {}

  /// Since when, and by when somebody was promised to answer.
  public record Times(Instant made, Instant until) {}

  /// Those whose answer is due first come first, who is helped already comes after those who wait;
  /// `own` leaves only what is this officer's.
  public Future<List<Ticket>> open(String own, int most) {
    return database.transact(
        handle ->
            handle
                .createQuery(
                    """
                    select k.*, t.channel, p.name, p.village, p.sample
                    from tickets k join talks t on t.id = k.talk
                    left join persons p on p.id = t.person
                    where k.state in ('WAITING', 'TAKEN')
                      and (:own = '' or :own in (k.officer, k.assigned))
                    order by k.state = 'TAKEN', k.until, k.number limit :most
                    """)
                .bind("own", own)
                .bind("most", most)
                .map(
                    (row, context) ->
                        new Ticket(
                            row.getString("number"),
                            row.getLong("talk"),
                            row.getString("channel"),
                            row.getString("topic"),
                            new Person(
                                row.getString("name"),
                                row.getString("village"),
                                row.getBoolean("sample")),
                            new Who(
                                TicketState.valueOf(row.getString("state")),
                                row.getString("officer"),
                                row.getString("assigned")),
                            new Times(
                                row.getTimestamp("made").toInstant(),
                                row.getTimestamp("until").toInstant())))
                .list());
  }

  /// A matter of the person's, by its number.
  public record Matter(Boards.Kind kind, String number, String state) {}

  /// The latest matters of those who speak in a conversation.
  public Future<List<Matter>> matters(long talk, int most) {
    return database.transact(
        handle ->
            handle
                .createQuery(
                    """
                    select * from (
                      select 'ENROLMENTS' as kind, e.number, e.state, e.made
                        from profiles f join enrolments e on e.person = f.person
                        where f.talk = :talk
                      union all
                      select 'CLAIMS', number, state, made from claims where talk = :talk
                      union all
                      select 'ACCIDENTS', number, state, made from accidents where talk = :talk
                    ) as matters order by made desc, number desc limit :most
                    """)
                .bind("talk", talk)
                .bind("most", most)
                .map(
                    (row, context) -> {
                      Boards.Kind kind = Boards.Kind.valueOf(row.getString("kind"));
                      String state = row.getString("state");
                      return new Matter(
                          kind,
                          row.getString("number"),
                          kind == Boards.Kind.ACCIDENTS ? AccidentState.of(state).name() : state);
                    })
                .list());
  }

  /// A matter that one officer has decided; another is to sign as well.
  public record Signed(String matter, String officer, Instant at) {}

  /// The earliest first.
  public Future<List<Signed>> signed(int most) {
    return database.transact(
        handle ->
            handle
                .createQuery("select matter, officer, at from signatures order by at limit :most")
                .bind("most", most)
                .map(
                    (row, context) ->
                        new Signed(
                            row.getString("matter"),
                            row.getString("officer"),
                            row.getTimestamp("at").toInstant()))
                .list());
  }

  /// What changes when the list does.
  public Future<String> mark() {
    return database.transact(
        handle ->
            handle
                .createQuery(
                    """
                    select concat_ws('/', count(*), count(*) filter (where state = 'TAKEN'),
                      max(state_since), string_agg(assigned, ',' order by number), max(number))
                    from tickets where state in ('WAITING', 'TAKEN')
                    """)
                .mapTo(String.class)
                .one());
  }

  /// What changes when somebody says something in a conversation, or its holder changes.
  public Future<String> mark(long talk) {
    return database.transact(
        handle ->
            handle
                .createQuery(
                    """
                    select concat_ws('/',
                      (select max(at) from journal where talk = :talk),
                      (select max(id) from officer_lines where talk = :talk),
                      (select max(state_since) from tickets where talk = :talk),
                      (select max(begun) from files where talk = :talk and name is not null))
                    """)
                .bind("talk", talk)
                .mapTo(String.class)
                .one());
  }
}
