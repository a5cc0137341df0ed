package id.kentongan.integrations.postgres.accounts;

import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.postgres.AuditLines;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.Secrets;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The secrets by which officers show that they hold their phone, sealed under each officer's key.
public final class SecondFactors {
  private final Database database;
  private final Keyring keys;
  private final InstantSource clock;

  public SecondFactors(Database database, MasterKey master, InstantSource clock) {
    this.database = database;
    this.keys = new Keyring(master);
    this.clock = clock;
  }

  /// The secret, and the last time step whose code was taken.
  public record Known(String secret, long step) {}

  public Future<Optional<Known>> of(String officer) {
    return database.transact(
        handle ->
            handle
                .createQuery(
                    """
                    select totp, totp_step from officers
                    where name = :name and closed is null and totp is not null
                    """)
                .bind("name", officer)
                .map(
                    (row, context) ->
                        new Known(
                            secrets(handle, officer).open("totp", row.getBytes("totp")),
                            row.getLong("totp_step")))
                .findOne());
  }

  /// Keeps a secret of one who has none yet.
  public Future<Boolean> keep(String officer, String secret, long step) {
    return database.transact(
        handle -> {
          int kept =
              handle.execute(
                  "update officers set totp = ?, totp_step = ? where name = ? and totp is null",
                  secrets(handle, officer).seal("totp", secret),
                  step,
                  officer);
          if (kept == 1) {
            AuditLines.add(
                handle,
                clock.instant(),
                officer,
                "second factor set up",
                Keyring.ofOfficer(officer));
          }
          return kept == 1;
        });
  }

  /// Takes the code of a step, once; false when one of that step or a later one was taken before.
  public Future<Boolean> take(String officer, long step) {
    return database.transact(
        handle ->
            handle.execute(
                    "update officers set totp_step = ? where name = ? and totp_step < ?",
                    step,
                    officer,
                    step)
                == 1);
  }

  private Secrets secrets(Handle handle, String officer) {
    return keys.officer(handle, officer);
  }
}
