package id.kentongan.integrations.postgres.web;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.integrations.Channel;
import id.kentongan.integrations.Chunks;
import id.kentongan.integrations.WebUploads;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.files.FileType;
import id.kentongan.integrations.postgres.files.PostgresFiles;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// Uploads kept as files like any other, until the conversation has its own copy, which takes
/// seconds. Anybody may send some that no conversation wants; when those are too many,
/// the oldest go.
public final class PostgresWebUploads implements WebUploads {
  /// why: less than any disk has left, and hours of what a branch's people send.
  private static final Room ROOM = new Room(1L << 30, 5_000);

  private final Database database;
  private final PostgresFiles files;
  private final Keyring keys;
  private final InstantSource clock;
  private final Room room;

  public PostgresWebUploads(
      Database database, PostgresFiles files, MasterKey master, InstantSource clock) {
    this(database, files, master, clock, ROOM);
  }

  PostgresWebUploads(
      Database database, PostgresFiles files, MasterKey master, InstantSource clock, Room room) {
    this.room = room;
    this.database = database;
    this.files = files;
    this.keys = new Keyring(master);
    this.clock = clock;
  }

  /// What all that nobody has fetched may take, in bytes and in number.
  record Room(long bytes, int files) {}

  @Override
  public Future<Long> keep(
      ConversationId owner, String handle, Kind kind, ReadStream<Buffer> bytes, long limit) {
    return files
        .keep(
            owner,
            "upload " + handle,
            kind == Kind.TABLE ? FileType::table : FileType::of,
            bytes,
            limit)
        .compose(
            kept ->
                database.transact(
                    tables -> {
                      tables.execute(
                          "insert into web_uploads values (?, ?, ?, ?) on conflict do nothing",
                          blind(handle),
                          UUID.fromString(kept.fileId()),
                          kept.size(),
                          clock.instant().atOffset(ZoneOffset.UTC));
                      giveWay(tables);
                      return kept.size();
                    }));
  }

  private void giveWay(Handle tables) {
    tables.execute(
        """
        delete from files where id in (
          select file from (
            select file, sum(size) over newest as bytes, row_number() over newest as number
            from web_uploads window newest as (order by kept desc, file)) as counted
          where bytes > ? or number > ?)
        """,
        room.bytes(),
        room.files());
  }

  @Override
  public Future<ReadStream<Buffer>> open(String handle) {
    return database
        .transact(
            tables ->
                tables
                    .createQuery("select file from web_uploads where handle = :handle")
                    .bind("handle", blind(handle))
                    .mapTo(UUID.class)
                    .findOne())
        .compose(
            file ->
                file.isEmpty()
                    ? Future.failedFuture(new Channel.FileGone("no such upload"))
                    : files.read(file.get().toString()))
        .map(bytes -> Chunks.of(List.of(bytes)));
  }

  @Override
  public Future<Void> forget(String handle) {
    return database
        .transact(
            tables ->
                tables.execute(
                    "delete from files where id in (select file from web_uploads where handle = ?)",
                    blind(handle)))
        .mapEmpty();
  }

  @Override
  public Future<Integer> sweep(Instant before) {
    return database.transact(
        tables ->
            tables.execute(
                "delete from files where id in (select file from web_uploads where kept < ?)",
                before.atOffset(ZoneOffset.UTC)));
  }

  private byte[] blind(String handle) {
    return keys.index().effect(handle);
  }
}
