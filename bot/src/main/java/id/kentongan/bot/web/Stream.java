package id.kentongan.bot.web;

import id.kentongan.integrations.WebMessages;
import id.kentongan.integrations.WebMessages.Numbered;
import id.kentongan.integrations.WebMessages.Wake;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One page's ear: server-sent events on an open response. First everything the page has not seen
/// (the last 200 lines for a new page), then `ready`, then each new line as it comes, `typing`, and
/// a `beat` by which the page knows that the line is alive.
final class Stream {
  private static final int HISTORY = 200;
  private static final int BATCH = 100;
  private static final long BEAT_MILLIS = 20_000;

  private final WebMessages messages;
  private final Session session;
  private final HttpServerResponse response;
  private final Vertx vertx;
  private final Context context;
  private long seen;
  private boolean asking;
  private boolean again;
  private boolean closed;
  private long beat;
  private WebMessages.@Nullable Subscription subscription;

  Stream(Vertx vertx, WebMessages messages, Session session, HttpServerResponse response) {
    this.vertx = vertx;
    this.context = vertx.getOrCreateContext();
    this.messages = messages;
    this.session = session;
    this.response = response;
  }

  /// `after` is the last line that the page has, -1 for none.
  void open(long after, Runnable onClose) {
    seen = Math.max(0, after);
    response.setChunked(true);
    response.putHeader("Content-Type", "text/event-stream");
    // why: nginx would otherwise hold events back until its buffer is full.
    response.putHeader("X-Accel-Buffering", "no");
    response.closeHandler(gone -> close(onClose));
    response.exceptionHandler(broken -> close(onClose));
    // why: the line of an ended answer stays open for the browser's next request
    response.endHandler(ended -> close(onClose));
    response.write("retry: 3000\nevent: hello\ndata: " + session.tag() + "\n\n");
    subscription = messages.listen(session.conversation(), wake -> onContext(wake));
    beat = vertx.setPeriodic(BEAT_MILLIS, tick -> beat());
    asking = true;
    first(after)
        .onSuccess(lines -> ready(lines))
        .onFailure(lost -> end())
        .onComplete(done -> asking = false);
  }

  /// Ends the response; the page comes back with what it has seen.
  void end() {
    context.runOnContext(
        now -> {
          if (!closed && !response.ended()) {
            response.end();
          }
        });
  }

  private Future<List<Numbered>> first(long after) {
    return after < 0
        ? messages.latest(session.conversation(), HISTORY)
        : messages.since(session.conversation(), after, HISTORY);
  }

  private void ready(List<Numbered> lines) {
    write(lines);
    if (!closed) {
      response.write("event: ready\ndata: \n\n");
      context.runOnContext(next -> look());
    }
  }

  private void onContext(Wake wake) {
    context.runOnContext(
        now -> {
          switch (wake) {
            case NEW -> look();
            case TYPING -> signal("typing");
          }
        });
  }

  private void beat() {
    signal("beat");
    look();
  }

  private void signal(String name) {
    if (!closed) {
      response.write("event: " + name + "\ndata: \n\n");
    }
  }

  /// Fetches what is new, one request at a time.
  private void look() {
    again = asking;
    if (closed || asking) {
      return;
    }
    asking = true;
    messages
        .since(session.conversation(), seen, BATCH)
        .onSuccess(lines -> write(lines))
        .onComplete(
            done -> {
              asking = false;
              if (again || (done.succeeded() && done.result().size() == BATCH)) {
                look();
              }
            });
  }

  private void write(List<Numbered> lines) {
    for (Numbered line : lines) {
      if (closed || line.seq() <= seen) {
        continue;
      }
      seen = line.seq();
      response.write("id: " + seen + "\ndata: " + Entry.json(line).encode() + "\n\n");
    }
    if (response.writeQueueFull() && lines.size() == BATCH) {
      // why: a page that does not read must not fill our memory; it comes back for the rest.
      end();
    }
  }

  private void close(Runnable onClose) {
    if (closed) {
      return;
    }
    closed = true;
    vertx.cancelTimer(beat);
    if (subscription != null) {
      subscription.close();
    }
    onClose.run();
  }
}
