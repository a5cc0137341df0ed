package id.kentongan.integrations.postgres.accounts;

import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.crypto.Signer;
import id.kentongan.integrations.postgres.AuditLines;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.Keyring;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jdbi.v3.core.Handle;

/// Wrong passwords and codes, counted by the name and by who tries: five in a row lock a browser or
/// an address out for 15 minutes, and 25 of unknown ones together lock all unknown ones out. So a
/// stranger who knows a name keeps nobody out of a browser in which they were before, and nobody
/// guesses faster by taking other addresses. Names that nobody has are counted in the same way, so
/// that no time tells them. A wrong code counts five times, because its sender had the password.
public final class SignInTries {
  private static final int ONE = 5;
  private static final int ALL = 25;
  private static final int CODE = 5;
  private static final Duration LOCKED = Duration.ofMinutes(15);
  private static final String UNKNOWN = "unknown";

  private final Database database;
  private final Signer signer;
  private final InstantSource clock;

  public SignInTries(Database database, MasterKey master, InstantSource clock) {
    this.database = database;
    this.signer = new Signer(master, "sign-in tries");
    this.clock = clock;
  }

  /// Who tries under a name: `from` is a browser's mark when the officer was in with it before, and
  /// otherwise an address.
  public record Who(String name, boolean known, String from) {
    private String own() {
      return known ? "browser " + from : "address " + from;
    }
  }

  /// Whether they may try.
  public Future<Boolean> free(Who who) {
    String all = who.known() ? who.own() : UNKNOWN;
    return database.transact(
        handle ->
            handle
                .createQuery(
                    """
                    select not exists (select 1 from sign_in_tries
                      where name = :name and at > :since
                        and (who = :own and fails >= :one or who = :all and fails >= :most))
                    """)
                .bind("name", hash(who.name()))
                .bind("since", clock.instant().minus(LOCKED))
                .bind("own", hash(who.own()))
                .bind("one", ONE)
                .bind("all", hash(all))
                .bind("most", who.known() ? ONE : ALL)
                .mapTo(Boolean.class)
                .one());
  }

  public Future<Void> wrongPassword(Who who) {
    return wrong(who, 1);
  }

  public Future<Void> wrongCode(Who who) {
    return wrong(who, CODE);
  }

  private Future<Void> wrong(Who who, int weight) {
    return database
        .transact(
            handle -> {
              boolean counts = count(handle, who.name(), who.own(), 1, ONE) != Count.WAS_LOCKED;
              return who.known()
                  ? Count.FREE
                  : count(handle, who.name(), UNKNOWN, counts ? weight : 0, ALL);
            })
        .onSuccess(
            all -> {
              if (all == Count.LOCKS) {
                // why: nobody waits for it, or its time would tell that there is such a name
                database.transact(handle -> note(handle, who.name()));
              }
            })
        .mapEmpty();
  }

  private enum Count {
    FREE,
    LOCKS,
    WAS_LOCKED
  }

  /// why: a lock is not made longer by who tries against it, or it would never end.
  private Count count(Handle handle, String name, String who, int weight, int most) {
    Instant now = clock.instant();
    return handle
        .createQuery(
            """
            insert into sign_in_tries as t (name, who, fails, at) values (:name, :who, :weight, :now)
            on conflict (name, who) do update set
              fails = case when t.at <= :since then :weight else t.fails + :weight end,
              at = case when t.at > :since and t.fails >= :most then t.at else :now end
            returning fails
            """)
        .bind("name", hash(name))
        .bind("who", hash(who))
        .bind("weight", weight)
        .bind("most", most)
        .bind("now", now)
        .bind("since", now.minus(LOCKED))
        .mapTo(Integer.class)
        .map(
            fails ->
                fails - weight >= most
                    ? Count.WAS_LOCKED
                    : fails >= most ? Count.LOCKS : Count.FREE)
        .one();
  }

  private int note(Handle handle, String name) {
    Instant now = clock.instant();
    int there =
        handle.execute(
            "update officers set locked_until = ? where name = ?", now.plus(LOCKED), name);
    if (there == 1) {
      AuditLines.add(handle, now, name, "locked", Keyring.ofOfficer(name));
    }
    return there;
  }

  /// They are in.
  public Future<Void> right(Who who) {
    return database
        .transact(
            handle ->
                handle.execute(
                    "delete from sign_in_tries where name = ? and who = ?",
                    hash(who.name()),
                    hash(who.own())))
        .mapEmpty();
  }

  /// Takes all locks of a name off.
  void forget(Handle handle, String name) {
    handle.execute("delete from sign_in_tries where name = ?", hash(name));
  }

  private byte[] hash(String text) {
    return signer.sign(text);
  }
}
