package id.kentongan.bot.console;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// Tells open pages that what they show has changed, by server-sent events: each second one look
/// for all pages of this node that show the same, as long as there are any. The pages then ask for
/// their part anew. A stream ends after some minutes, so that who is out learns it.
final class Pulse {
  private static final long EVERY_MILLIS = 1000;
  private static final long BEAT_MILLIS = 20_000;
  private static final long LONGEST_MILLIS = 300_000;
  private static final int MOST = 2000;

  private final Vertx vertx;
  private final Map<String, Watch> watches = new ConcurrentHashMap<>();

  Pulse(Vertx vertx) {
    this.vertx = vertx;
  }

  /// Holds the answer open; `mark` gives what changes when the page has to. The page tells the mark
  /// that it was made with, so that nothing is missed between the two.
  Future<Reply> stream(Visit visit, String topic, Supplier<Future<String>> mark) {
    RoutingContext asked = visit.route();
    HttpServerResponse response = asked.response();
    if (watches.values().stream().mapToInt(watch -> watch.pages.size()).sum() >= MOST) {
      return Future.succeededFuture(new Reply.Refused(503, "later"));
    }
    response.setChunked(true).putHeader("Content-Type", "text/event-stream");
    // why: nginx would otherwise hold events back until its buffer is full.
    response.putHeader("X-Accel-Buffering", "no");
    response.write("retry: 2000\n\n");
    Watch watch = watches.computeIfAbsent(topic, fresh -> new Watch(topic, mark));
    watch.pages.put(response, visit.query("tanda"));
    long beat = vertx.setPeriodic(BEAT_MILLIS, tick -> response.write(": \n\n"));
    long end = vertx.setTimer(LONGEST_MILLIS, tick -> response.end());
    response.endHandler(gone -> leave(watch, response, beat, end));
    response.closeHandler(gone -> leave(watch, response, beat, end));
    response.exceptionHandler(broken -> leave(watch, response, beat, end));
    return Future.succeededFuture(new Reply.Streaming());
  }

  private void leave(Watch watch, HttpServerResponse response, long beat, long end) {
    vertx.cancelTimer(beat);
    vertx.cancelTimer(end);
    watch.pages.remove(response);
  }

  /// What several pages wait for.
  private final class Watch {
    final String topic;
    final Supplier<Future<String>> mark;
    /// Each with the mark of what it shows.
    final Map<HttpServerResponse, String> pages = new ConcurrentHashMap<>();

    Watch(String topic, Supplier<Future<String>> mark) {
      this.topic = topic;
      this.mark = mark;
      vertx.setTimer(EVERY_MILLIS, due -> look());
    }

    private void look() {
      if (pages.isEmpty()) {
        watches.remove(topic, this);
        return;
      }
      mark.get()
          .onSuccess(this::told)
          .onComplete(done -> vertx.setTimer(EVERY_MILLIS, due -> look()));
    }

    private void told(String now) {
      pages.forEach(
          (page, shown) -> {
            if (!shown.equals(now) && pages.replace(page, shown, now)) {
              page.write("event: baru\ndata: \n\n");
            }
          });
    }
  }
}
