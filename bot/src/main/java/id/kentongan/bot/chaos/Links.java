package id.kentongan.bot.chaos;

import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// The connections over which a platform is asked. Used on one event loop.
final class Links {
  private final Map<HttpConnection, Link> open = new HashMap<>();
  private final Callers callers;

  Links(Callers callers) {
    this.callers = callers;
  }

  /// One connection: whose, how often something was asked over it, and when it ended, which any
  /// thread may read.
  static final class Link {
    private final int node;
    private final AtomicInteger asked = new AtomicInteger();
    private volatile long ended = Long.MAX_VALUE;

    Link(int node) {
      this.node = node;
    }
  }

  /// One request, the `number`th of its connection.
  record Asked(Link link, int number) {
    /// The gateway that asked.
    int node() {
      return link.node;
    }

    /// When the connection ended, when this was the last request over it; else far away.
    long cut() {
      return link.asked.get() == number ? link.ended : Long.MAX_VALUE;
    }

    /// Whether the connection ended between the two times with this as the last request over it:
    /// whoever asked may not have got the answer.
    boolean broken(long from, long to) {
      return from <= link.ended && link.ended <= to && link.asked.get() == number;
    }
  }

  Asked of(HttpServerRequest request) {
    HttpConnection connection = request.connection();
    Link link = open.get(connection);
    if (link == null) {
      link = begin(connection);
    }
    return new Asked(link, link.asked.incrementAndGet());
  }

  private Link begin(HttpConnection connection) {
    var link = new Link(callers.of(connection.remoteAddress().port()));
    open.put(connection, link);
    connection.closeHandler(
        closed -> {
          link.ended = System.nanoTime();
          open.remove(connection);
        });
    return link;
  }
}
