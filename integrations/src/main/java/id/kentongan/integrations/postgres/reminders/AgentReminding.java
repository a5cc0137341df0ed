package id.kentongan.integrations.postgres.reminders;

import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.Talks;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.time.ZoneId;

/// Sends, when their hour has come, the reminders that agents asked for.
public final class AgentReminding {
  private static final int AT_ONCE = 200;

  private final Database database;
  private final AgentReminders reminders;
  private final InstantSource clock;

  public AgentReminding(Database database, MasterKey master, InstantSource clock, ZoneId zone) {
    var keys = new Keyring(master);
    this.database = database;
    this.reminders = new AgentReminders(keys, new Talks(keys), zone);
    this.clock = clock;
  }

  /// How many.
  public Future<Integer> send() {
    return database
        .transact(handle -> reminders.send(handle, clock.instant(), AT_ONCE))
        .compose(
            sent ->
                sent < AT_ONCE ? Future.succeededFuture(sent) : send().map(more -> more + sent));
  }
}
