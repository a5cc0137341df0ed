package id.kentongan.bot.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;

/// Ends the line after an answer that was given before the request was read to its end.
///
/// why: a line that is ended while the other side still sends is reset, and the answer on its way
/// is lost with it; so the rest is read and dropped for a while (RFC 9112, 9.6).
public final class LingeringClose {
  /// why: a refused body of a few megabytes comes within it even over a village's line; whoever
  /// sends without end is not heard longer.
  static final long MILLIS = 5_000;

  /// why: twice what the largest door takes, so that whoever sends a photograph or a list that is
  /// a bit too large still reads so; more than that in a few seconds comes from no person's line.
  static final long BYTES = 20L << 20;

  private LingeringClose() {}

  /// To be called before the answer is sent.
  public static void after(RoutingContext route) {
    HttpServerRequest request = route.request();
    // why: a line of HTTP/2 carries others' requests too
    if (request.version() != HttpVersion.HTTP_2) {
      route.response().putHeader("Connection", "close");
      route.addEndHandler(ended -> linger(route, request));
    }
  }

  private static void linger(RoutingContext route, HttpServerRequest request) {
    if (request.isEnded()) {
      request.connection().close();
      return;
    }
    long[] left = {BYTES};
    long given = route.vertx().setTimer(MILLIS, late -> request.connection().close());
    request
        .exceptionHandler(cut -> route.vertx().cancelTimer(given))
        .handler(
            dropped -> {
              left[0] -= dropped.length();
              if (left[0] < 0) {
                route.vertx().cancelTimer(given);
                request.connection().close();
              }
            })
        .endHandler(
            end -> {
              route.vertx().cancelTimer(given);
              request.connection().close();
            })
        .resume();
  }
}
