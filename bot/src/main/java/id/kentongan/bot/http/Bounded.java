package id.kentongan.bot.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.regex.Pattern;

/// Reads a request's body up to a limit in bytes.
final class Bounded {
  private static final Pattern LENGTH = Pattern.compile("[0-9]{1,9}");

  private Bounded() {}

  /// The whole body; fails with [TooLarge] as soon as the limit is passed, by the header's word or
  /// by the bytes counted.
  static Future<Buffer> body(HttpServerRequest request, int limit) {
    Promise<Buffer> whole = Promise.promise();
    String length = request.getHeader("Content-Length");
    if (length != null
        && !(LENGTH.matcher(length).matches() && Integer.parseInt(length) <= limit)) {
      return Future.failedFuture(new TooLarge());
    }
    Buffer body = Buffer.buffer();
    request.exceptionHandler(whole::tryFail);
    request.endHandler(end -> whole.tryComplete(body));
    request.handler(
        bytes -> {
          if (body.length() + bytes.length() > limit) {
            whole.tryFail(new TooLarge());
          } else {
            body.appendBuffer(bytes);
          }
        });
    return whole.future();
  }

  /// The body is larger than the door allows.
  static final class TooLarge extends Exception {
    private static final long serialVersionUID = 1L;

    TooLarge() {
      super("body too large", null, false, false);
    }
  }
}
