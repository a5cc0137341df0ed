package id.kentongan.integrations.postgres.privacy;

import id.kentongan.dialogs.talk.MyData;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.files.PlatformCopies;
import io.vertx.core.Future;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What people had erased: the list of proofs, and the rest that goes once it runs no more.
public final class Erasures {
  private final Database database;
  private final Keyring keys;
  private final InstantSource clock;
  private final ZoneId zone;

  public Erasures(Database database, MasterKey master, InstantSource clock, ZoneId zone) {
    this.database = database;
    this.keys = new Keyring(master);
    this.clock = clock;
    this.zone = zone;
  }

  /// An erasure without a word of whose it was; `kept` are the kinds that are still there, `copies`
  /// what became of the messengers' own copies of files.
  public record Proof(
      String number,
      String code,
      Instant made,
      LocalDate backups,
      List<String> kept,
      List<PlatformCopies.Told> copies) {}

  /// The latest first.
  public Future<List<Proof>> latest(int most) {
    return database.transact(
        handle ->
            handle
                .createQuery(
                    """
                    select number, code, made, backups from erasures
                    order by place desc limit :most
                    """)
                .bind("most", most)
                .map((row, context) -> proof(handle, keys, row))
                .list());
  }

  /// Erases what was kept and is over now; says how many.
  public Future<Integer> finish() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    return database.transact(
        handle -> {
          handle.execute("select pg_advisory_xact_lock(77030)");
          int gone = 0;
          for (Open open : open(handle)) {
            gone += finish(handle, open, today);
          }
          return gone;
        });
  }

  /// A row of number, code, made and backups.
  static Proof proof(Handle handle, Keyring keys, ResultSet row) throws SQLException {
    String number = row.getString("number");
    return new Proof(
        number,
        keys.erasure(handle, number).open("code", row.getBytes("code")),
        row.getTimestamp("made").toInstant(),
        row.getObject("backups", LocalDate.class),
        kept(handle, number).stream().map(MyData.Kept::kind).toList(),
        PlatformCopies.of(handle, number));
  }

  public static List<MyData.Kept> kept(Handle handle, String number) {
    return handle
        .createQuery(
            """
            select kind, matter, until from erasure_kept
            where erasure = :number and gone is null order by matter
            """)
        .bind("number", number)
        .map(
            (row, context) ->
                new MyData.Kept(
                    row.getString("kind"),
                    row.getString("matter"),
                    row.getObject("until", LocalDate.class)))
        .list();
  }

  private record Open(String number, @Nullable Long person, Instant made, int finishedDays) {}

  private static List<Open> open(Handle handle) {
    return handle
        .createQuery(
            """
            select number, person, made, finished_days from erasures
            where finished is null order by place
            """)
        .map(
            (row, context) ->
                new Open(
                    row.getString("number"),
                    row.getObject("person", Long.class),
                    row.getTimestamp("made").toInstant(),
                    row.getInt("finished_days")))
        .list();
  }

  private int finish(Handle handle, Open open, LocalDate today) {
    List<String> over = matters(handle, open, today);
    TalkErasure.remove(handle, over);
    note(handle, open, over, today);
    int gone = over.size() + person(handle, open, today);
    handle
        .createUpdate(
            """
            update erasures set finished = now() where number = :number and not exists (
              select 1 from erasure_kept where erasure = :number and gone is null)
            """)
        .bind("number", open.number())
        .execute();
    return gone;
  }

  /// The claims that are long decided, or gone already, and the notices of accidents that are old.
  private static List<String> matters(Handle handle, Open open, LocalDate today) {
    return handle
        .createQuery(
            """
            select k.matter from erasure_kept k left join claims c on c.number = k.matter
            where k.erasure = :number and k.gone is null
              and (k.kind = 'accident' and k.until <= :today
                or k.kind in ('claim', 'claim-done') and (c.number is null
                  or c.state in ('PAID', 'REFUSED')
                    and c.state_since + make_interval(days => :days) <= :today::date))
            """)
        .bind("number", open.number())
        .bind("days", open.finishedDays())
        .bind("today", today)
        .mapTo(String.class)
        .list();
  }

  /// The person, once neither membership nor payment runs. Who has enrolled again since is kept.
  private int person(Handle handle, Open open, LocalDate today) {
    Long person = open.person();
    List<String> personal =
        kept(handle, open.number()).stream()
            .filter(k -> RunningMatters.personal(List.of(k)))
            .map(MyData.Kept::matter)
            .toList();
    if (person == null || personal.isEmpty()) {
      return 0;
    }
    boolean back =
        handle
            .createQuery(
                "select exists (select 1 from enrolments where person = :person and made > :made)")
            .bind("person", person)
            .bind("made", open.made())
            .mapTo(Boolean.class)
            .one();
    if (!back && !RunningMatters.ofPerson(handle, person, today).isEmpty()) {
      return 0;
    }
    if (!back) {
      new AgentCopies(keys).erase(handle, person);
      new AgentForms(keys).forget(handle, person);
      PersonErasure.erase(handle, person);
    }
    note(handle, open, personal, today);
    return personal.size();
  }

  private static void note(Handle handle, Open open, List<String> matters, LocalDate today) {
    handle
        .createUpdate(
            """
            update erasure_kept set gone = :today
            where erasure = :number and matter = any(:matters)
            """)
        .bind("today", today)
        .bind("number", open.number())
        .bind("matters", matters.toArray(String[]::new))
        .execute();
  }
}
