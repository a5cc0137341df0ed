package id.kentongan.integrations.postgres.files;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.integrations.Files;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.Secrets;
import id.kentongan.integrations.postgres.Talks;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// The rows of files and their chunks.
public final class FileRows {
  private static final int CHUNK = 1 << 16;

  private final Keyring keys;
  private final Talks talks;

  public FileRows(Keyring keys) {
    this.keys = keys;
    this.talks = new Talks(keys);
  }

  /// A file that is coming in.
  record File(UUID id, Secrets secrets) {}

  Optional<Files.Kept> find(Handle handle, String name) {
    return handle
        .createQuery("select id, type, size from files where name = :name")
        .bind("name", keys.index().effect(name))
        .map(
            (row, context) ->
                new Files.Kept(row.getString("id"), row.getString("type"), row.getLong("size")))
        .findOne();
  }

  Talks.Talk talk(Handle handle, ConversationId owner) {
    return talks.of(handle, owner);
  }

  File begin(Handle handle, ConversationId owner, Instant now) {
    Talks.Talk talk = talk(handle, owner);
    UUID id = UUID.randomUUID();
    handle.execute("insert into files (id, talk, begun) values (?, ?, ?)", id, talk.id(), now);
    return new File(id, talk.secrets());
  }

  int write(Handle handle, File file, int place, Buffer bytes) {
    byte[] chunk = file.secrets().key().seal(bytes.getBytes(), context(file.id(), place));
    return handle.execute("insert into file_chunks values (?, ?, ?)", file.id(), place, chunk);
  }

  /// Gives the file its name, and so makes it visible; when another attempt was first, that one
  /// stays and this one goes.
  Files.Kept complete(Handle handle, File file, String name, String type, long size) {
    handle
        .createQuery("select pg_advisory_xact_lock(hashtextextended(:name, 0))::text")
        .bind("name", "file " + java.util.HexFormat.of().formatHex(keys.index().effect(name)))
        .mapTo(String.class)
        .one();
    Optional<Files.Kept> first = find(handle, name);
    if (first.isPresent()) {
      remove(handle, file.id());
      return first.get();
    }
    int named =
        handle.execute(
            "update files set name = ?, type = ?, size = ? where id = ?",
            keys.index().effect(name),
            type,
            size,
            file.id());
    if (named != 1) {
      throw new NoSuchElementException("the file was removed while it came in");
    }
    return new Files.Kept(file.id().toString(), type, size);
  }

  /// Keeps a whole file of our own.
  Files.Kept made(Handle handle, File file, Files.Kept named, Buffer bytes, Instant until) {
    for (int place = 0, from = 0; from < bytes.length(); place++, from += CHUNK) {
      write(handle, file, place, bytes.slice(from, Math.min(bytes.length(), from + CHUNK)));
    }
    handle.execute("update files set until = ? where id = ?", until, file.id());
    return complete(handle, file, named.fileId(), named.type(), named.size());
  }

  int remove(Handle handle, UUID id) {
    return handle.execute("delete from files where id = ?", id);
  }

  public Buffer read(Handle handle, UUID id) {
    long talk =
        handle
            .createQuery("select talk from files where id = :id and name is not null")
            .bind("id", id)
            .mapTo(Long.class)
            .findOne()
            .orElseThrow(() -> new NoSuchElementException("no such file"));
    Secrets secrets = keys.talk(handle, talk);
    Buffer whole = Buffer.buffer();
    handle
        .createQuery("select place, bytes from file_chunks where file = :id order by place")
        .bind("id", id)
        .map(
            (row, context) ->
                secrets.key().open(row.getBytes("bytes"), context(id, row.getInt("place"))))
        .forEach(whole::appendBytes);
    return whole;
  }

  public static String context(UUID file, int place) {
    return "file/" + file + "/" + place;
  }
}
