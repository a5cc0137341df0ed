package id.kentongan.bot.web;

import id.kentongan.bot.http.BodyRoom;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A file that is coming in with a form, and that can be broken off: by itself it never ends when
/// the form is cut or garbled, and whoever keeps it would wait. To be used on the request's event
/// loop.
final class ComingFile implements ReadStream<Buffer> {
  private final ReadStream<Buffer> file;
  private final BodyRoom room;
  private final Context context = Objects.requireNonNull(Vertx.currentContext());
  private final Runnable giveWay = this::giveWay;
  private @Nullable Handler<Throwable> failing;
  private @Nullable Throwable broken;
  private boolean over;
  private boolean flowing = true;
  private boolean formRead;
  private int changes;
  private int size;

  /// `room`: what all that are coming may hold together; who began first gives way.
  ComingFile(ReadStream<Buffer> file, BodyRoom room) {
    this.file = file;
    this.room = room;
  }

  /// The form was read to its end: when what waits here has been handed out and the file has not
  /// ended, it never will, and fails.
  void formRead() {
    formRead = true;
    look();
  }

  private void look() {
    int change = ++changes;
    if (formRead && flowing) {
      // why: what waits is handed out in a turn of its own, which stands before this one.
      context.runOnContext(
          handedOut -> {
            if (change == changes) {
              breakOff(new Unended());
            }
          });
    }
  }

  /// It fails, unless it has ended or failed before.
  void breakOff(Throwable why) {
    if (!over) {
      end();
      broken = why;
      tell();
    }
  }

  private void giveWay() {
    context.runOnContext(now -> breakOff(new NoRoom()));
  }

  private void end() {
    over = true;
    room.end(giveWay);
  }

  private void tell() {
    if (broken != null && failing != null) {
      Throwable why = broken;
      broken = null;
      failing.handle(why);
    }
  }

  private void more(Buffer bytes, Handler<Buffer> then) {
    size += bytes.length();
    if (!over) {
      room.holds(giveWay, size);
      then.handle(bytes);
    }
  }

  private void ended(Handler<Void> then) {
    if (!over) {
      end();
      then.handle(null);
    }
  }

  @Override
  public ReadStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
    failing = handler;
    file.exceptionHandler(this::breakOff);
    tell();
    return this;
  }

  @Override
  public ReadStream<Buffer> handler(@Nullable Handler<Buffer> handler) {
    file.handler(handler == null ? null : bytes -> more(bytes, handler));
    return this;
  }

  @Override
  public ReadStream<Buffer> endHandler(@Nullable Handler<Void> handler) {
    file.endHandler(handler == null ? null : end -> ended(handler));
    return this;
  }

  @Override
  public ReadStream<Buffer> pause() {
    file.pause();
    flowing = false;
    look();
    return this;
  }

  @Override
  public ReadStream<Buffer> resume() {
    return fetch(Long.MAX_VALUE);
  }

  @Override
  public ReadStream<Buffer> fetch(long amount) {
    file.fetch(amount);
    flowing = amount == Long.MAX_VALUE;
    look();
    return this;
  }

  /// The form has no whole file.
  static final class Unended extends Exception {
    private static final long serialVersionUID = 1L;

    Unended() {
      super("no whole file in the form", null, false, false);
    }
  }

  /// Too many come at once, or this for too long; to be sent again.
  private static final class NoRoom extends Exception {
    private static final long serialVersionUID = 1L;

    NoRoom() {
      super("no room for the file", null, false, false);
    }
  }
}
