package id.kentongan.integrations.postgres.members;

import id.kentongan.integrations.Core;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.Talks;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.time.ZoneId;

/// Ends the consents that nobody gave in time: what was filled in is erased, the agent is told.
public final class ConsentWatch {
  private static final int AT_ONCE = 200;

  private final Database database;
  private final PhoneConsents consents;

  public ConsentWatch(
      Database database, MasterKey master, Core core, InstantSource clock, ZoneId zone) {
    var keys = new Keyring(master);
    this.database = database;
    this.consents = new PhoneConsents(database, keys, new Talks(keys), core, clock, zone);
  }

  /// How many.
  public Future<Integer> end() {
    return database
        .transact(handle -> PhoneConsents.silence(handle, consents, AT_ONCE))
        .compose(
            ended ->
                ended < AT_ONCE ? Future.succeededFuture(ended) : end().map(more -> more + ended));
  }
}
