package id.kentongan.bot.console;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A file that came with a form, in memory; `tooLarge`: it was thrown away. It is read only once
/// who sends it is known to be let in.
record OneFile(String name, Buffer bytes, boolean tooLarge) {
  static final int LARGEST = 5 << 20;
  private static final String KEY = "file";

  /// Lets a request's body wait until it is read, or drains it when nobody wants it.
  static void hold(RoutingContext asked) {
    asked.request().pause();
    asked.addEndHandler(
        answered -> {
          if (!asked.request().isEnded()) {
            asked.request().resume();
          }
        });
  }

  static Future<Void> read(RoutingContext asked) {
    HttpServerRequest request = asked.request();
    Promise<Void> read = Promise.promise();
    try {
      request.setExpectMultipart(true);
    } catch (RuntimeException garbled) {
      return Future.succeededFuture();
    }
    request.uploadHandler(
        upload -> {
          var bytes = Buffer.buffer();
          boolean[] over = {false};
          upload.handler(
              part -> {
                over[0] |= bytes.length() + part.length() > LARGEST;
                if (!over[0]) {
                  bytes.appendBuffer(part);
                }
              });
          upload.endHandler(end -> asked.put(KEY, new OneFile(upload.filename(), bytes, over[0])));
        });
    request.exceptionHandler(garbled -> read.tryComplete());
    request.endHandler(end -> read.tryComplete());
    request.resume();
    return read.future();
  }

  static Optional<OneFile> of(RoutingContext asked) {
    @Nullable OneFile file = asked.get(KEY);
    return Optional.ofNullable(file).filter(one -> one.tooLarge() || one.bytes().length() > 0);
  }
}
