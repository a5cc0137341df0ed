package id.kentongan.integrations.postgres;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.integrations.Channel;
import id.kentongan.integrations.Chunks;
import id.kentongan.integrations.WebUploads;
import id.kentongan.integrations.crypto.MasterKey;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// Uploads of the web page in PostgreSQL, sealed chunk by chunk as they come.
public final class PostgresWebUploads implements WebUploads {
  private final Database database;
  private final Keyring keys;
  private final Talks talks;
  private final InstantSource clock;

  public PostgresWebUploads(Database database, MasterKey master, InstantSource clock) {
    this.database = database;
    this.keys = new Keyring(master);
    this.talks = new Talks(keys);
    this.clock = clock;
  }

  private record Upload(UUID id, Secrets secrets) {
    byte[] seal(int place, Buffer bytes) {
      return secrets.key().seal(bytes.getBytes(), context(place));
    }

    Buffer open(int place, byte[] bytes) {
      return Buffer.buffer(secrets.key().open(bytes, context(place)));
    }

    private String context(int place) {
      return "upload/" + id + "/" + place;
    }
  }

  @Override
  public Future<Long> keep(
      ConversationId owner, String handle, ReadStream<Buffer> bytes, long limit) {
    bytes.pause();
    return database
        .transact(h -> begin(h, owner))
        .compose(
            upload ->
                new Incoming(bytes, limit, (place, chunk) -> write(upload, place, chunk))
                    .all()
                    .compose(size -> database.transact(h -> name(h, upload, handle)).map(size))
                    .recover(why -> remove(upload).transform(gone -> Future.failedFuture(why))));
  }

  @Override
  public Future<ReadStream<Buffer>> open(String handle) {
    return database
        .transact(h -> find(h, handle))
        .compose(
            found ->
                found.isPresent()
                    ? Future.succeededFuture(new Chunks(place -> chunk(found.get(), place)))
                    : Future.failedFuture(new Channel.FileGone("not kept any more")));
  }

  @Override
  public Future<Void> forget(String handle) {
    byte[] name = keys.index().effect(handle);
    return database
        .transact(h -> h.execute("delete from web_uploads where name = ?", name))
        .mapEmpty();
  }

  @Override
  public Future<Integer> sweep(Instant before) {
    return database.transact(h -> h.execute("delete from web_uploads where begun < ?", before));
  }

  private Upload begin(Handle handle, ConversationId owner) {
    Talks.Talk talk = talks.of(handle, owner);
    UUID id = UUID.randomUUID();
    handle.execute(
        "insert into web_uploads (id, talk, begun) values (?, ?, ?)",
        id,
        talk.id(),
        clock.instant());
    return new Upload(id, talk.secrets());
  }

  private Future<Integer> write(Upload upload, int place, Buffer bytes) {
    return database.transact(
        handle ->
            handle.execute(
                "insert into web_upload_chunks values (?, ?, ?)",
                upload.id(),
                place,
                upload.seal(place, bytes)));
  }

  /// Makes it visible, in the place of an earlier one of that name.
  private int name(Handle handle, Upload upload, String name) {
    byte[] blind = keys.index().effect(name);
    handle.execute("delete from web_uploads where name = ?", blind);
    return handle.execute("update web_uploads set name = ? where id = ?", blind, upload.id());
  }

  private Future<Integer> remove(Upload upload) {
    return database.transact(h -> h.execute("delete from web_uploads where id = ?", upload.id()));
  }

  private Optional<Upload> find(Handle handle, String name) {
    return handle
        .createQuery("select id, talk from web_uploads where name = :name")
        .bind("name", keys.index().effect(name))
        .map(
            (row, context) ->
                new Upload(row.getObject("id", UUID.class), keys.talk(handle, row.getLong("talk"))))
        .findOne();
  }

  private Future<Optional<Buffer>> chunk(Upload upload, int place) {
    return database.transact(
        handle ->
            handle
                .createQuery(
                    "select bytes from web_upload_chunks where upload = :id and place = :place")
                .bind("id", upload.id())
                .bind("place", place)
                .mapTo(byte[].class)
                .findOne()
                .map(bytes -> upload.open(place, bytes)));
  }
}
