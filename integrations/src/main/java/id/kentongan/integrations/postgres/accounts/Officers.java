package id.kentongan.integrations.postgres.accounts;

import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.postgres.AuditLines;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.Keyring;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The officers' accounts. Passwords come and go as Argon2id hashes; the second factor's secret is
/// sealed under the officer's own key.
public final class Officers {
  private final Database database;
  private final Keyring keys;
  private final InstantSource clock;
  private final SignInTries tries;

  public Officers(Database database, MasterKey master, InstantSource clock) {
    this.database = database;
    this.keys = new Keyring(master);
    this.clock = clock;
    this.tries = new SignInTries(database, master, clock);
  }

  /// An account to make; `shown` is what people are told, `password` its hash; `renew` when the
  /// officer must choose another at once.
  public record New(String name, String shown, Role role, String password, boolean renew) {}

  /// An account as a list shows it; `secondFactor`: whether one is set up; `lockedUntil`: by when
  /// browsers that are not known may try again; `awayUntil`: by when who is away is back.
  public record Account(
      String name,
      String shown,
      Role role,
      boolean secondFactor,
      boolean closed,
      @Nullable Instant lockedUntil,
      @Nullable Instant awayUntil) {}

  /// False when the name is taken.
  public Future<Boolean> add(String by, New account) {
    return database.transact(
        handle -> {
          int added =
              handle.execute(
                  """
                  insert into officers (name, shown, role, password, renew) values (?, ?, ?, ?, ?)
                  on conflict do nothing
                  """,
                  account.name(),
                  account.shown(),
                  account.role().name(),
                  account.password(),
                  account.renew());
          if (added == 1) {
            keys.officer(handle, account.name());
            audit(handle, by, "account made, " + account.role(), account.name());
          }
          return added == 1;
        });
  }

  public Future<List<Account>> all() {
    return database.transact(
        handle ->
            handle
                .createQuery("select * from officers order by closed is not null, name")
                .map(
                    (row, context) ->
                        new Account(
                            row.getString("name"),
                            row.getString("shown"),
                            Role.valueOf(row.getString("role")),
                            row.getBytes("totp") != null,
                            row.getTimestamp("closed") != null,
                            OfficerSessions.instant(row, "locked_until"),
                            OfficerSessions.instant(row, "away_until")))
                .list());
  }

  /// The hash of an open account.
  public Future<Optional<String>> password(String name) {
    return database.transact(
        handle ->
            handle
                .createQuery("select password from officers where name = :name and closed is null")
                .bind("name", name)
                .mapTo(String.class)
                .findOne());
  }

  /// A password of the officer's own; everybody who is in under that name is put out.
  public Future<Void> renewPassword(String by, String name, String hash, boolean renew) {
    return change(by, name, "password renewed", "password = :value, renew = :flag", hash, renew);
  }

  public Future<Void> role(String by, String name, Role role) {
    return change(by, name, "role " + role, "role = :value", role.name(), false);
  }

  /// Forgets the second factor, to be set up anew.
  public Future<Void> forgetFactor(String by, String name) {
    return change(by, name, "second factor reset", "totp = null", "", false);
  }

  /// Closes an account, or opens it again.
  public Future<Void> close(String by, String name, boolean closed) {
    return change(
        by,
        name,
        closed ? "account closed" : "account opened",
        "closed = case when :flag then now() end",
        "",
        closed);
  }

  /// Locks are taken off.
  private Future<Void> change(
      String by, String name, String act, String change, String value, boolean flag) {
    return database
        .transact(
            handle -> {
              int changed =
                  handle
                      .createUpdate(
                          "update officers set <change>, locked_until = null where name = :name")
                      .define("change", change)
                      .bind("value", value)
                      .bind("flag", flag)
                      .bind("name", name)
                      .execute();
              handle.execute("delete from officer_sessions where officer = ?", name);
              release(handle, name);
              tries.forget(handle, name);
              if (changed == 1) {
                audit(handle, by, act, name);
              }
              return changed;
            })
        .mapEmpty();
  }

  /// Who waited by name for somebody who speaks with people no more waits for anybody.
  private static void release(Handle handle, String name) {
    handle.execute(
        """
        update tickets set assigned = null where assigned = ? and state = 'WAITING'
          and exists (select 1 from officers where name = ? and not %s)
        """
            .formatted(Absences.SPEAKS),
        name,
        name);
  }

  private void audit(Handle handle, String by, String act, String name) {
    AuditLines.add(handle, clock.instant(), by, act, Keyring.ofOfficer(name));
  }
}
