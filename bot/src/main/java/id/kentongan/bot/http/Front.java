package id.kentongan.bot.http;

import id.kentongan.bot.Refused;
import id.kentongan.bot.settings.Settings;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The HTTP server. Closing it takes no new requests and lets those in hand finish.
public final class Front implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Front.class);
  private static final int IDLE_SECONDS = 120;
  private static final long LAST_REQUESTS_SECONDS = 10;

  private final HttpServer server;

  private Front(HttpServer server) {
    this.server = server;
  }

  /// A router on which what nobody handles or what went wrong ends in a refusal with its reason.
  public static Router router(Vertx vertx) {
    Router router = Router.router(vertx);
    router.errorHandler(404, route -> Answers.refuse(route, 404, "nothing here"));
    router.errorHandler(405, route -> Answers.refuse(route, 405, "another method is wanted"));
    router.errorHandler(413, route -> Answers.refuse(route, 413, "too large"));
    router.errorHandler(400, route -> Answers.refuse(route, 400, "not understood"));
    router.errorHandler(500, Front::broken);
    return router;
  }

  /// Listens; [Refused] when the address cannot be had.
  public static Front open(Vertx vertx, Router router, Settings.Http at) {
    var options =
        new HttpServerOptions().setHost(at.host()).setPort(at.port()).setIdleTimeout(IDLE_SECONDS);
    HttpServer server = vertx.createHttpServer(options).requestHandler(router);
    try {
      return new Front(server.listen().await());
    } catch (Exception e) {
      throw new Refused(
          "Cannot listen on %s:%d (%s); set http.host and http.port otherwise."
              .formatted(at.host(), at.port(), e.getMessage()));
    }
  }

  public int port() {
    return server.actualPort();
  }

  @Override
  public void close() {
    server.shutdown(LAST_REQUESTS_SECONDS, TimeUnit.SECONDS).await();
  }

  /// Whether what stands behind the question mark cannot be read.
  private static boolean garbled(HttpServerRequest request) {
    try {
      request.params();
      return false;
    } catch (IllegalArgumentException notDecoded) {
      return true;
    }
  }

  /// why: a provider repeats what got a 503; the text of an exception may hold what a person wrote.
  private static void broken(RoutingContext route) {
    if (garbled(route.request())) {
      Answers.refuse(route, 400, "not understood");
      return;
    }
    Throwable failure = route.failure();
    if (failure != null) {
      StackTraceElement[] trace = failure.getStackTrace();
      LOG.error("{} at {}", failure.getClass().getName(), trace.length > 0 ? trace[0] : "unknown");
    }
    Answers.refuse(route, 503, "try again later");
  }
}
