package id.kentongan.bot.http;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Reads a request's body up to a limit in bytes, and all requests' together up to what this
/// program has room for. To be called on the request's own event loop, before anything else is
/// done.
public final class Bounded {
  private static final Pattern LENGTH = Pattern.compile("[0-9]{1,9}");

  // why: a tenth of the heap that the launcher gives; ten of the largest that Meta posts.
  private static final BodyRoom ROOM =
      new BodyRoom(32 << 20, Duration.ofMinutes(1), System::nanoTime);

  private final HttpServerRequest request;
  private final int limit;
  private final BodyRoom room;
  private final Context context = Objects.requireNonNull(Vertx.currentContext());
  private final Promise<Buffer> whole = Promise.promise();
  private final Runnable giveWay = this::giveWay;
  private Buffer body = Buffer.buffer();

  private Bounded(HttpServerRequest request, int limit, BodyRoom room) {
    this.request = request;
    this.limit = limit;
    this.room = room;
  }

  /// Gives `then` the whole body, or refuses the request: 413 when it is too large, 400 when it was
  /// cut off, 503 when there is no room for it. What `then` throws is answered too.
  public static void read(RoutingContext route, int limit, Consumer<Buffer> then) {
    read(route, limit, ROOM, then);
  }

  static void read(RoutingContext route, int limit, BodyRoom room, Consumer<Buffer> then) {
    new Bounded(route.request(), limit, room)
        .read()
        .onSuccess(body -> Answers.always(route, () -> then.accept(body)))
        .onFailure(lost -> refuse(route, lost));
  }

  private static void refuse(RoutingContext route, Throwable lost) {
    switch (lost) {
      case TooLarge large -> Answers.refuse(route, 413, "too large");
      case NoRoom none -> {
        LingeringClose.after(route);
        Answers.refuse(route, 503, "too much at once, send again");
      }
      default -> Answers.refuse(route, 400, "incomplete");
    }
  }

  private Future<Buffer> read() {
    String length = request.getHeader("Content-Length");
    if (length != null
        && !(LENGTH.matcher(length).matches() && Integer.parseInt(length) <= limit)) {
      return Future.failedFuture(new TooLarge());
    }
    int told = length == null ? Integer.MAX_VALUE : Integer.parseInt(length);
    request.exceptionHandler(this::fail);
    request.endHandler(
        end -> {
          room.end(giveWay);
          whole.tryComplete(body);
        });
    request.handler(bytes -> more(bytes, told));
    return whole.future();
  }

  private void more(Buffer bytes, int told) {
    if (whole.future().isComplete()) {
      return;
    }
    if (body.length() + bytes.length() > limit) {
      fail(new TooLarge());
      return;
    }
    // why: nearly all come whole in one piece, and need neither a copy nor room kept.
    if (bytes.length() == told) {
      body = bytes;
      return;
    }
    body.appendBuffer(bytes);
    if (body.length() < told) {
      room.holds(giveWay, body.length());
    }
  }

  private void giveWay() {
    context.runOnContext(now -> fail(new NoRoom()));
  }

  private void fail(Throwable why) {
    room.end(giveWay);
    if (whole.tryFail(why)) {
      body = Buffer.buffer();
    }
  }

  /// The body is larger than the door allows.
  private static final class TooLarge extends Exception {
    private static final long serialVersionUID = 1L;

    TooLarge() {
      super("body too large", null, false, false);
    }
  }

  /// Too much comes at once, or this for too long.
  private static final class NoRoom extends Exception {
    private static final long serialVersionUID = 1L;

    NoRoom() {
      super("no room for the body", null, false, false);
    }
  }
}
