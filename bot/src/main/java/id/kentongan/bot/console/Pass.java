package id.kentongan.bot.console;

import id.kentongan.integrations.crypto.Argon2id;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.accounts.OfficerSessions;
import id.kentongan.integrations.postgres.accounts.Officers;
import id.kentongan.integrations.postgres.accounts.Role;
import java.time.Duration;
import java.time.InstantSource;

/// An officer's session for a program that measures or tries the console: made in the database
/// itself, so only by who has that and the master key. `cookie` as a browser sends it; `csrf` as
/// our forms hold it.
public record Pass(String cookie, String csrf) {
  /// For an officer of that name and role, who cannot sign in and is made when there is none.
  public static Pass of(
      Database database, MasterKey key, InstantSource clock, String name, Role role) {
    String token = Keys.fresh();
    var account = new Officers.New(name, name, role, Argon2id.NOBODYS, false);
    new Officers(database, key, clock).add(name, account).await();
    new OfficerSessions(database, clock)
        .enter(Keys.hash(token), name, true, Duration.ofHours(10))
        .await();
    // why: by either name, as the public address is https or not
    String cookie = "%s=%s; %s=%s".formatted(Keys.named(false), token, Keys.named(true), token);
    return new Pass(cookie, new Keys(key, false).csrf(token));
  }
}
