package id.kentongan.integrations.postgres.records;

import id.kentongan.dialogs.talk.MyData;
import id.kentongan.dialogs.values.Code;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.files.PlatformCopies;
import id.kentongan.integrations.postgres.matters.ClaimState;
import id.kentongan.integrations.postgres.matters.EnrollmentState;
import id.kentongan.integrations.postgres.matters.Standings;
import id.kentongan.integrations.postgres.privacy.Erasures;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Tells anyone who holds a code what it is of, since when and how that stands; never whose it is.
public final class Verify {
  public static final String AGENT_ACTIVE = "agent.active";

  private final Database database;
  private final Keyring keys;

  public Verify(Database database, MasterKey master) {
    this.database = database;
    this.keys = new Keyring(master);
  }

  /// What a code is of.
  public enum Kind {
    ENROLLMENT,
    CLAIM,
    ACCIDENT,
    AGENT,
    PAYMENT,
    CARD
  }

  /// What is said of a code.
  public sealed interface Result {
    /// `state` is a key of the words under `matter`.
    record Found(Kind kind, String state, Instant since, boolean sample) implements Result {}

    /// A proof that data were erased; `kept` are the kinds still there until they are over,
    /// `backups` the day when the last backup is gone, `copies` what became of the messengers' own
    /// copies of files.
    record Erased(
        Instant since, List<String> kept, LocalDate backups, List<PlatformCopies.Told> copies)
        implements Result {}

    /// A village's certificate of Desa Sadar; `standing`: it was not withdrawn.
    record Certified(String village, Instant since, boolean standing) implements Result {}

    /// Well formed, but nothing of ours.
    record Unknown() implements Result {}

    /// We never made such a code: mistyped.
    record Mistyped() implements Result {}
  }

  public Future<Result> code(String typed) {
    Optional<Code> code = keys.codes().read(typed);
    if (code.isEmpty()) {
      return Future.succeededFuture(new Result.Mistyped());
    }
    byte[] blind = keys.index().code(code.get().text());
    return database.transact(
        handle ->
            matter(handle, blind)
                .or(() -> agent(handle, blind))
                .or(() -> card(handle, blind))
                .<Result>map(found -> found)
                .or(() -> erasure(handle, blind))
                .or(() -> certificate(handle, blind))
                .orElseGet(Result.Unknown::new));
  }

  private static Optional<Result.Found> matter(Handle handle, byte[] blind) {
    return handle
        .createQuery(
            """
            select 'ENROLLMENT' as kind, state, state_since, sample, r.number
              from enrolments m join receipts r on r.number = m.number where r.code_blind = :code
            union all select 'CLAIM', state, state_since, sample, r.number
              from claims m join receipts r on r.number = m.number where r.code_blind = :code
            union all select 'ACCIDENT', state, state_since, false, r.number
              from accidents m join receipts r on r.number = m.number where r.code_blind = :code
            union all select 'PAYMENT', m.state, m.state_since, p.sample, r.number
              from payments m join receipts r on r.number = m.number
              join persons p on p.id = m.person where r.code_blind = :code
            """)
        .bind("code", blind)
        .map(
            (row, context) -> {
              Kind kind = Kind.valueOf(row.getString("kind"));
              return new Result.Found(
                  kind,
                  words(kind, row.getString("state")),
                  row.getTimestamp("state_since").toInstant(),
                  row.getBoolean("sample"));
            })
        .findOne();
  }

  private static Optional<Result.Found> agent(Handle handle, byte[] blind) {
    return handle
        .createQuery(
            "select since, sample from agents where code_blind = :code and revoked is null")
        .bind("code", blind)
        .map(
            (row, context) ->
                new Result.Found(
                    Kind.AGENT,
                    AGENT_ACTIVE,
                    row.getObject("since", LocalDate.class)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant(),
                    row.getBoolean("sample")))
        .findOne();
  }

  private static Optional<Result> erasure(Handle handle, byte[] blind) {
    return handle
        .createQuery(
            """
            select e.number, e.made, e.backups from erasures e
            join receipts r on r.number = e.number where r.code_blind = :code
            """)
        .bind("code", blind)
        .map(
            (row, context) ->
                (Result)
                    new Result.Erased(
                        row.getTimestamp("made").toInstant(),
                        Erasures.kept(handle, row.getString("number")).stream()
                            .map(MyData.Kept::kind)
                            .distinct()
                            .toList(),
                        row.getObject("backups", LocalDate.class),
                        PlatformCopies.of(handle, row.getString("number"))))
        .findOne();
  }

  private static Optional<Result> certificate(Handle handle, byte[] blind) {
    return handle
        .createQuery(
            """
            select coalesce(g.name, c.village) as village, c.made, c.withdrawn
            from village_certificates c join receipts r on r.number = c.number
            left join regions g on g.code = c.village where r.code_blind = :code
            """)
        .bind("code", blind)
        .map(
            (row, context) ->
                (Result)
                    new Result.Certified(
                        row.getString("village"),
                        row.getTimestamp("made").toInstant(),
                        row.getTimestamp("withdrawn") == null))
        .findOne();
  }

  /// Where the core system keeps memberships, only that the card is ours.
  private static Optional<Result.Found> card(Handle handle, byte[] blind) {
    return handle
        .createQuery(
            """
            select c.made, p.sample, m.since, m.paid_until, m.died, current_date as today
            from cards c join persons p on p.id = c.person
            left join memberships m on m.person = c.person where c.code_blind = :code
            """)
        .bind("code", blind)
        .map(
            (row, context) -> {
              LocalDate since = row.getObject("since", LocalDate.class);
              LocalDate paid = row.getObject("paid_until", LocalDate.class);
              LocalDate died = row.getObject("died", LocalDate.class);
              String state =
                  since == null || paid == null
                      ? "given"
                      : Standings.on(
                              row.getObject("today", LocalDate.class),
                              new Standings.Known(since, YearMonth.from(paid), died))
                          .name();
              return new Result.Found(
                  Kind.CARD,
                  words(Kind.CARD, state),
                  row.getTimestamp("made").toInstant(),
                  row.getBoolean("sample"));
            })
        .findOne();
  }

  private static String words(Kind kind, String state) {
    return switch (kind) {
      case ENROLLMENT -> EnrollmentState.valueOf(state).words();
      case CLAIM -> ClaimState.valueOf(state).words();
      case PAYMENT -> "payment." + state.toLowerCase(Locale.ROOT);
      case CARD -> "card." + state.toLowerCase(Locale.ROOT).replace('_', '-');
      case ACCIDENT, AGENT -> state;
    };
  }
}
