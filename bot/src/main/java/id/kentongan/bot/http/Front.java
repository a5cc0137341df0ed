package id.kentongan.bot.http;

import id.kentongan.bot.Refused;
import id.kentongan.bot.settings.Settings;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.VertxException;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The HTTP server. Closing it takes no new requests and lets those in hand finish.
public final class Front implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Front.class);
  private static final int IDLE_SECONDS = 120;
  private static final long LAST_REQUESTS_SECONDS = 10;
  private static final long LOOK_MILLIS = 5_000;

  // why: the web chat's open streams (20,000) and what else comes, below the files that a process
  // may have (LimitNOFILE of the service).
  private static final int MOST_LINES = 30_000;

  private final List<HttpServer> servers;
  private final List<String> doors;

  private Front(List<HttpServer> servers, List<String> doors) {
    this.servers = servers;
    this.doors = doors;
  }

  /// A router on which what nobody handles or what went wrong ends in a refusal with its reason.
  public static Router router(Vertx vertx) {
    Router router = Router.router(vertx);
    router.errorHandler(404, route -> Answers.refuse(route, 404, "nothing here"));
    router.errorHandler(405, route -> Answers.refuse(route, 405, "another method is wanted"));
    router.errorHandler(413, route -> Answers.refuse(route, 413, "too large"));
    for (int status : new int[] {400, 406, 415, 417}) {
      router.errorHandler(status, route -> Answers.refuse(route, status, "not understood"));
    }
    // why: Vert.x's word for a caller who hung up while the body was read; nobody is there to
    // answer
    router.errorHandler(200, hungUp -> {});
    router.errorHandler(500, Front::broken);
    router.route().handler(Front::readable);
    return router;
  }

  /// No name of ours holds a sign that steers, as a line's end in a header.
  /// PostgreSQL takes no zero.
  private static final Pattern STEERING = Pattern.compile("^[^?]*%(?:[01]\\p{XDigit}|7[Ff])|%00");

  /// why: what is asked for behind a question mark is decoded where it is first read, which is
  /// nowhere to refuse it.
  private static void readable(RoutingContext route) {
    String uri = route.request().uri();
    boolean encoded = uri.indexOf('%') >= 0;
    if (encoded && (STEERING.matcher(uri).find() || garbled(route.request()))) {
      route.fail(400);
    } else {
      route.next();
    }
  }

  /// Listens, and shares the connections out to so many event loops; [Refused] when the address
  /// cannot be had.
  public static Front open(Vertx vertx, Router router, Settings.Http at, int loops) {
    var options =
        new HttpServerOptions()
            .setHost(at.host())
            .setPort(at.port())
            .setIdleTimeout(IDLE_SECONDS)
            // why: a caller who asks whether to go on waits for the answer, some for a second
            .setHandle100ContinueAutomatically(true)
            // why: until it knows which HTTP is spoken, nobody sees the line, so none limits it
            .setHttp2ClearTextEnabled(false);
    at.tls().ifPresent(tls -> secure(options, tls));
    // why: only a port that is known can be shared; one that the system chooses is for tests.
    int servers = at.port() == 0 ? 1 : loops;
    var listening = new CopyOnWriteArrayList<HttpServer>();
    try {
      vertx
          .deployVerticle(
              () -> new Listening(options, router, lines(at, servers), listening),
              new DeploymentOptions().setInstances(servers))
          .await();
      return new Front(listening, doors(router));
    } catch (Exception e) {
      throw new Refused(
          "Cannot listen on %s:%d (%s); set http.host and http.port otherwise."
              .formatted(at.host(), at.port(), e.getMessage()));
    }
  }

  /// Of one event loop: its share of all.
  private static Lines lines(Settings.Http at, int loops) {
    return new Lines(MOST_LINES / loops, at.trustedProxies(), System::nanoTime);
  }

  private static void secure(HttpServerOptions options, Settings.Tls tls) {
    options
        .setSsl(true)
        .setEnabledSecureTransportProtocols(Set.of("TLSv1.3", "TLSv1.2"))
        .setKeyCertOptions(
            new PemKeyCertOptions()
                .setCertPath(tls.certificate().toString())
                .setKeyPath(tls.key().toString()));
  }

  /// A server on an event loop of its own: that of the verticle that makes it.
  private static final class Listening extends VerticleBase {
    private final HttpServerOptions options;
    private final Router router;
    private final Lines lines;
    private final List<HttpServer> servers;

    Listening(HttpServerOptions options, Router router, Lines lines, List<HttpServer> servers) {
      this.options = options;
      this.router = router;
      this.lines = lines;
      this.servers = servers;
    }

    @Override
    public Future<?> start() {
      vertx.setPeriodic(LOOK_MILLIS, look -> lines.look());
      return vertx
          .createHttpServer(options)
          .connectionHandler(lines::opened)
          .requestHandler(
              request -> {
                lines.asked(request);
                router.handle(request);
              })
          .listen()
          .onSuccess(servers::add);
    }
  }

  /// What is answered, as `POST /api/payments`; `*` for any method.
  public List<String> doors() {
    return doors;
  }

  private static List<String> doors(Router router) {
    var doors = new TreeSet<String>();
    for (Route route : router.getRoutes()) {
      if (route.getPath() != null) {
        Set<HttpMethod> methods = route.methods();
        String any = route.isExactPath() ? "" : "*";
        List<String> named =
            methods == null ? List.of("*") : methods.stream().map(HttpMethod::name).toList();
        named.forEach(method -> doors.add(method + ' ' + route.getPath() + any));
      }
    }
    return List.copyOf(doors);
  }

  public int port() {
    return servers.getFirst().actualPort();
  }

  @Override
  public void close() {
    Future.join(
            servers.stream()
                .map(server -> server.shutdown(LAST_REQUESTS_SECONDS, TimeUnit.SECONDS))
                .toList())
        .await();
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
    Throwable failure = route.failure();
    // why: Vert.x's word for a caller who hung up before the body was read; that is no fault
    boolean hungUp = failure instanceof VertxException && route.response().closed();
    if (failure != null && !hungUp) {
      StackTraceElement[] trace = failure.getStackTrace();
      LOG.error("{} at {}", failure.getClass().getName(), trace.length > 0 ? trace[0] : "unknown");
    }
    Answers.refuse(route, 503, "try again later");
  }
}
