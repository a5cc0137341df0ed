package id.kentongan.integrations;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Bytes that are kept in numbered chunks, as a stream: chunk 0, 1, 2 and so on until one is empty,
/// each asked for only when the reader wants it. One thread at a time.
public final class Chunks implements ReadStream<Buffer> {
  private final IntFunction<Future<Optional<Buffer>>> source;
  private @Nullable Handler<Buffer> handler;
  private @Nullable Handler<Throwable> failed;
  private @Nullable Handler<Void> ended;
  private long demand = Long.MAX_VALUE;
  private int next;
  private boolean asking;
  private boolean over;

  public Chunks(IntFunction<Future<Optional<Buffer>>> source) {
    this.source = source;
  }

  public static Chunks of(List<Buffer> chunks) {
    return new Chunks(n -> Future.succeededFuture(chunks.stream().skip(n).limit(1).findFirst()));
  }

  @Override
  public ReadStream<Buffer> handler(@Nullable Handler<Buffer> handler) {
    this.handler = handler;
    ask();
    return this;
  }

  @Override
  public ReadStream<Buffer> pause() {
    demand = 0;
    return this;
  }

  @Override
  public ReadStream<Buffer> resume() {
    return fetch(Long.MAX_VALUE);
  }

  @Override
  public ReadStream<Buffer> fetch(long amount) {
    demand = demand + amount < 0 ? Long.MAX_VALUE : demand + amount;
    ask();
    return this;
  }

  @Override
  public ReadStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
    this.failed = handler;
    return this;
  }

  @Override
  public ReadStream<Buffer> endHandler(@Nullable Handler<Void> handler) {
    this.ended = handler;
    return this;
  }

  private void ask() {
    while (handler != null && demand > 0 && !asking && !over) {
      asking = true;
      Future<Optional<Buffer>> chunk = source.apply(next++);
      if (!chunk.isComplete()) {
        chunk.onComplete(
            done -> {
              take(chunk);
              ask();
            });
        return;
      }
      take(chunk);
    }
  }

  private void take(Future<Optional<Buffer>> chunk) {
    asking = false;
    if (chunk.failed()) {
      over = true;
      if (failed != null) {
        failed.handle(chunk.cause());
      }
      return;
    }
    Optional<Buffer> bytes = chunk.result();
    if (bytes.isEmpty()) {
      over = true;
      if (ended != null) {
        ended.handle(null);
      }
      return;
    }
    if (demand != Long.MAX_VALUE) {
      demand--;
    }
    if (handler != null) {
      handler.handle(bytes.get());
    }
  }
}
