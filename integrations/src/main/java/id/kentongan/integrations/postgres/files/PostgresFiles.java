package id.kentongan.integrations.postgres.files;

import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.FileRef;
import id.kentongan.integrations.Copy;
import id.kentongan.integrations.Files;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.Keyring;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Files in PostgreSQL, in sealed chunks of 64 KiB. Each chunk is written as it comes, so that a
/// slow sender holds no connection; a file is to be seen only when its last step gave it its name.
public final class PostgresFiles implements Files {
  private static final Duration BROKEN_OFF = Duration.ofDays(1);

  private final Database database;
  private final FileRows rows;
  private final PlatformCopies copies;
  private final InstantSource clock;

  public PostgresFiles(Database database, MasterKey master, InstantSource clock) {
    this.database = database;
    this.rows = new FileRows(new Keyring(master));
    this.copies = new PlatformCopies(database, master, clock);
    this.clock = clock;
  }

  @Override
  public Future<Kept> keep(ConversationId owner, String id, ReadStream<Buffer> bytes, long limit) {
    return keep(owner, id, FileType::of, bytes, limit);
  }

  /// As [#keep], of what `proof` takes the first bytes for.
  public Future<Kept> keep(
      ConversationId owner,
      String id,
      Function<byte[], Optional<FileType>> proof,
      ReadStream<Buffer> bytes,
      long limit) {
    bytes.pause();
    return database
        .transact(
            handle ->
                rows.find(handle, id)
                    .<Begun>map(Begun.Already::new)
                    .orElseGet(() -> new Begun.Fresh(rows.begin(handle, owner, clock.instant()))))
        .compose(
            begun ->
                switch (begun) {
                  case Begun.Already already -> {
                    Intake.drain(bytes);
                    yield Future.succeededFuture(already.kept());
                  }
                  case Begun.Fresh fresh ->
                      take(
                          fresh.file(),
                          id,
                          new Intake(bytes, limit, proof, chunk -> write(fresh.file(), chunk)));
                });
  }

  private sealed interface Begun {
    record Already(Kept kept) implements Begun {}

    record Fresh(FileRows.File file) implements Begun {}
  }

  private Future<Kept> take(FileRows.File file, String id, Intake intake) {
    return intake
        .all()
        .compose(
            taken ->
                database.transact(
                    handle -> rows.complete(handle, file, id, taken.type().media(), taken.size())))
        .recover(
            why ->
                database
                    .transact(handle -> rows.remove(handle, file.id()))
                    .transform(removed -> Future.failedFuture(why)));
  }

  private Future<Integer> write(FileRows.File file, Intake.Chunk chunk) {
    return database.transact(handle -> rows.write(handle, file, chunk.place(), chunk.bytes()));
  }

  @Override
  public Future<Kept> keepMade(
      ConversationId owner, String id, String type, Buffer bytes, Instant until) {
    var named = new Kept(id, type, bytes.length());
    return database.transact(
        handle ->
            rows.find(handle, id)
                .orElseGet(
                    () ->
                        rows.made(
                            handle,
                            rows.begin(handle, owner, clock.instant()),
                            named,
                            bytes,
                            until)));
  }

  @Override
  public Future<Void> mark(String fileId, Set<Answer.Flaw> flaws, int pages) {
    String names = flaws.stream().map(Answer.Flaw::name).sorted().collect(Collectors.joining(","));
    return database
        .transact(
            handle ->
                handle.execute(
                    "update files set flaws = ?, pages = ? where id = ?::uuid",
                    names,
                    pages,
                    fileId))
        .mapEmpty();
  }

  @Override
  public Future<Void> copied(ConversationId owner, String fileId, FileRef at, Copy copy) {
    return database
        .transact(
            handle ->
                copies.note(
                    handle, rows.talk(handle, owner), UUID.fromString(fileId), owner, at, copy))
        .mapEmpty();
  }

  @Override
  public Future<Buffer> read(String fileId) {
    UUID id;
    try {
      id = UUID.fromString(fileId);
    } catch (IllegalArgumentException e) {
      return Future.failedFuture(new NoSuchElementException("no such file"));
    }
    return database.transact(handle -> rows.read(handle, id));
  }

  /// Removes what was broken off more than a day ago, and what was made for a while that is over;
  /// says how many.
  public Future<Integer> sweep() {
    return database.transact(
        handle ->
            handle.execute(
                "delete from files where name is null and begun < ? or until < ?",
                clock.instant().minus(BROKEN_OFF),
                clock.instant()));
  }
}
