package id.kentongan.integrations.postgres;

import id.kentongan.integrations.Channel;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

/// Writes a paused stream down in numbered chunks, one after another, up to a limit in bytes.
final class Incoming {
  private static final int CHUNK = 64 << 10;

  private final ReadStream<Buffer> bytes;
  private final long limit;
  private final Writer writer;
  private final Promise<Long> whole = Promise.promise();
  private Future<?> written = Future.succeededFuture();
  private Buffer pending = Buffer.buffer();
  private long size;
  private int place;

  Incoming(ReadStream<Buffer> bytes, long limit, Writer writer) {
    this.bytes = bytes;
    this.limit = limit;
    this.writer = writer;
  }

  /// Keeps one chunk.
  @FunctionalInterface
  interface Writer {
    Future<?> write(int place, Buffer chunk);
  }

  /// The size when all is written; fails with [Channel.FileTooLarge] or with what broke.
  Future<Long> all() {
    bytes.exceptionHandler(whole::tryFail);
    bytes.endHandler(
        end -> {
          flush();
          written.onSuccess(last -> whole.tryComplete(size)).onFailure(whole::tryFail);
        });
    bytes.handler(this::take);
    bytes.resume();
    return whole.future();
  }

  private void take(Buffer chunk) {
    size += chunk.length();
    if (size > limit) {
      whole.tryFail(new Channel.FileTooLarge(limit));
    } else {
      pending.appendBuffer(chunk);
      if (pending.length() >= CHUNK) {
        bytes.pause();
        flush();
        written.onSuccess(last -> bytes.resume()).onFailure(whole::tryFail);
      }
    }
  }

  private void flush() {
    if (pending.length() > 0) {
      Buffer chunk = pending;
      int here = place++;
      pending = Buffer.buffer();
      written = written.compose(before -> writer.write(here, chunk));
    }
  }
}
