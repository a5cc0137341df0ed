package id.kentongan.integrations;

import id.kentongan.integrations.Channel.FileGone;
import id.kentongan.integrations.Channel.FileTooLarge;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.streams.ReadStream;

/// The end of fetching a file from a platform: an answer becomes its bytes, or the reason why not.
public final class Download {
  private Download() {}

  /// The bytes, paused until read. Fails with [FileGone], [FileTooLarge], or [Unanswered].
  public static Future<ReadStream<Buffer>> checked(HttpClientResponse response, long limit) {
    int status = response.statusCode();
    String length = response.getHeader("Content-Length");
    if (status != 200) {
      drop(response);
      boolean gone = status == 404 || status == 410;
      return Future.failedFuture(
          gone ? new FileGone("not there any more") : new Unanswered("download: " + status));
    }
    if (length != null && length.matches("[0-9]{1,18}") && Long.parseLong(length) > limit) {
      drop(response);
      return Future.failedFuture(new FileTooLarge(limit));
    }
    return Future.succeededFuture(response);
  }

  /// Lets go of a response that nobody will read.
  public static void drop(HttpClientResponse response) {
    response.exceptionHandler(reset -> {});
    response.request().reset();
  }

  /// why: the failures of an HTTP client may hold the address, which may hold a token.
  public static <T> Future<T> withoutAddress(Throwable cause) {
    return Future.failedFuture(
        cause instanceof FileGone || cause instanceof FileTooLarge || cause instanceof Unanswered
            ? cause
            : new Unanswered(cause.getClass().getSimpleName()));
  }

  /// The platform could not be asked, or would not say now: it may be tried again.
  public static final class Unanswered extends Exception {
    private static final long serialVersionUID = 1L;

    public Unanswered(String why) {
      super(why, null, false, false);
    }
  }
}
