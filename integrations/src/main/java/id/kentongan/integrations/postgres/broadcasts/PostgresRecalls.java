package id.kentongan.integrations.postgres.broadcasts;

import id.kentongan.integrations.Recalls;
import id.kentongan.integrations.postgres.Database;
import io.vertx.core.Future;

/// The broadcasts as the records have them.
public final class PostgresRecalls implements Recalls {
  private final Database database;

  public PostgresRecalls(Database database) {
    this.database = database;
  }

  @Override
  public Future<Boolean> stopped(long broadcast) {
    return database.transact(
        handle ->
            BroadcastRows.find(handle, broadcast)
                .map(one -> one.state() == Broadcasts.State.STOPPED)
                .orElse(false));
  }
}
