package id.kentongan.integrations.postgres.files;

import id.kentongan.integrations.Channel;
import id.kentongan.integrations.Files;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Takes a stream in pieces of 64 KiB, one at a time: the stream pauses while a piece is written.
/// Fails as soon as it is too large or its first bytes prove that it is nothing we keep.
///
/// why the rest is drained: a stream left paused would hold its connection to the platform.
final class Intake {
  private static final int PIECE = 64 * 1024;

  private final ReadStream<Buffer> stream;
  private final long limit;
  private final Function<byte[], Optional<FileType>> proof;
  private final Write write;
  private final Promise<Taken> promise = Promise.promise();
  private Buffer waiting = Buffer.buffer();
  private boolean writing;
  private boolean ended;
  private long size;
  private int place;
  private @Nullable FileType type;

  /// `proof` tells by the first bytes what it is, if we keep it.
  Intake(
      ReadStream<Buffer> stream,
      long limit,
      Function<byte[], Optional<FileType>> proof,
      Write write) {
    this.proof = proof;
    this.stream = stream;
    this.limit = limit;
    this.write = write;
  }

  /// Writes one piece.
  @FunctionalInterface
  interface Write {
    Future<Integer> write(Chunk chunk);
  }

  /// A piece and its place in the file, from 0.
  record Chunk(int place, Buffer bytes) {}

  /// What was taken in, all of it written.
  record Taken(FileType type, long size) {}

  static void drain(ReadStream<Buffer> stream) {
    stream
        .exceptionHandler(ignored -> {})
        .endHandler(ignored -> {})
        .handler(ignored -> {})
        .resume();
  }

  Future<Taken> all() {
    stream.exceptionHandler(this::fail);
    stream.endHandler(
        end -> {
          ended = true;
          advance();
        });
    stream.handler(this::arrived);
    stream.resume();
    return promise.future();
  }

  private void arrived(Buffer bytes) {
    size += bytes.length();
    if (size > limit) {
      fail(new Channel.FileTooLarge(limit));
      return;
    }
    waiting.appendBuffer(bytes);
    advance();
  }

  private void advance() {
    if (writing || promise.future().isComplete()) {
      return;
    }
    if (type == null && (ended || waiting.length() >= FileType.NEEDED)) {
      Optional<FileType> proved =
          proof.apply(waiting.getBytes(0, Math.min(waiting.length(), FileType.NEEDED)));
      if (proved.isEmpty()) {
        fail(new Files.Refused("not of a kind that is kept here"));
        return;
      }
      type = proved.get();
    }
    if (waiting.length() >= PIECE || (ended && waiting.length() > 0)) {
      writeNext();
    } else if (ended && type != null) {
      promise.tryComplete(new Taken(type, size));
    }
  }

  private void writeNext() {
    int length = Math.min(PIECE, waiting.length());
    Buffer piece = waiting.getBuffer(0, length);
    waiting = waiting.getBuffer(length, waiting.length());
    writing = true;
    stream.pause();
    write
        .write(new Chunk(place++, piece))
        .onSuccess(
            written -> {
              writing = false;
              if (!ended) {
                stream.resume();
              }
              advance();
            })
        .onFailure(this::fail);
  }

  private void fail(Throwable why) {
    if (promise.tryFail(why)) {
      drain(stream);
    }
  }
}
