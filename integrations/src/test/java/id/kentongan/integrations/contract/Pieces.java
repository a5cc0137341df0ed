package id.kentongan.integrations.contract;

import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// A stream of bytes in pieces of a size, one each time the context is free, that can break off.
/// To be used on the context on which it is resumed first.
public final class Pieces implements ReadStream<Buffer> {
  private final Buffer all;
  private final int size;
  private int breaksAfter = Integer.MAX_VALUE;
  private int at;
  private int sent;
  private boolean flowing;
  private boolean scheduled;
  private boolean over;
  private @Nullable Handler<Buffer> handler;
  private @Nullable Handler<Void> end;
  private @Nullable Handler<Throwable> failure;

  public Pieces(Buffer all, int size) {
    this.all = all;
    this.size = size;
  }

  public Pieces breakingOffAfter(int pieces) {
    breaksAfter = pieces;
    return this;
  }

  @Override
  public Pieces exceptionHandler(@Nullable Handler<Throwable> to) {
    failure = to;
    return this;
  }

  @Override
  public Pieces handler(@Nullable Handler<Buffer> to) {
    handler = to;
    return this;
  }

  @Override
  public Pieces endHandler(@Nullable Handler<Void> to) {
    end = to;
    return this;
  }

  @Override
  public Pieces pause() {
    flowing = false;
    return this;
  }

  @Override
  public Pieces resume() {
    flowing = true;
    schedule();
    return this;
  }

  @Override
  public Pieces fetch(long amount) {
    return resume();
  }

  private void schedule() {
    Context context = Vertx.currentContext();
    if (context == null) {
      throw new IllegalStateException("a stream is read on a context");
    }
    if (!scheduled && !over) {
      scheduled = true;
      context.runOnContext(go -> next());
    }
  }

  private void next() {
    scheduled = false;
    if (!flowing || over) {
      return;
    }
    if (sent == breaksAfter) {
      over = true;
      tell(failure, new IOException("cut"));
    } else if (at < all.length()) {
      int length = Math.min(size, all.length() - at);
      Buffer piece = all.getBuffer(at, at + length);
      at += length;
      sent++;
      tell(handler, piece);
      schedule();
    } else {
      over = true;
      if (end != null) {
        end.handle(null);
      }
    }
  }

  private static <T> void tell(@Nullable Handler<T> to, T what) {
    if (to != null) {
      to.handle(what);
    }
  }
}
