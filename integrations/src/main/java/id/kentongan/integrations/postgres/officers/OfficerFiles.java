package id.kentongan.integrations.postgres.officers;

import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.postgres.AuditLines;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.files.FileRows;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/// Files of people as officers look at them. Every look is written down.
public final class OfficerFiles {
  private final Database database;
  private final FileRows rows;
  private final InstantSource clock;

  public OfficerFiles(Database database, MasterKey master, InstantSource clock) {
    this.database = database;
    this.rows = new FileRows(new Keyring(master));
    this.clock = clock;
  }

  /// The media type as proved by the bytes, and these.
  public record Opened(String type, Buffer bytes) {}

  public Future<Optional<Opened>> open(String officer, String file) {
    if (!file.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
      return Future.succeededFuture(Optional.empty());
    }
    UUID id = UUID.fromString(file);
    return database.transact(
        handle ->
            handle
                .createQuery("select type from files where id = :id and name is not null")
                .bind("id", id)
                .mapTo(String.class)
                .findOne()
                .map(
                    type -> {
                      AuditLines.add(handle, clock.instant(), officer, "look", "file/" + id);
                      return new Opened(type, rows.read(handle, id));
                    }));
  }
}
