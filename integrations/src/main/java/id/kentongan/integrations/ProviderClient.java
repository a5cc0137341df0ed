package id.kentongan.integrations;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/// HTTP to a provider: one request, one [Exchanged]; nothing is repeated here. What it says of a
/// failure holds no address, because addresses hold tokens and name people.
public final class ProviderClient {
  private static final Duration CONNECT = Duration.ofSeconds(2);

  /// why: what has less time than this for its answer most likely loses it, and may be sent twice.
  private static final Duration LEAST = Duration.ofSeconds(2);

  private static final int CONNECTIONS = 100;

  /// why: Telegram may tell a hundred messages at once, each letter of them written as six.
  private static final int LARGEST = 4 << 20;

  /// why: a connection that the provider closes just as we write makes a send unknown; ours close
  /// first.
  private static final int KEEP_ALIVE_SECONDS = 30;

  private final Vertx vertx;
  private final HttpClient client;
  private final Duration deadline;
  private final int largest;

  /// `deadline`: how long an answer may take before it counts as lost; shorter than an outbox
  /// lease.
  public ProviderClient(Vertx vertx, Duration deadline) {
    this(vertx, deadline, CONNECTIONS, LARGEST);
  }

  /// With at most so many connections to one address, and answers of so many bytes; a larger one
  /// is not read to its end and is lost.
  public ProviderClient(Vertx vertx, Duration deadline, int connections, int largest) {
    this.vertx = vertx;
    this.deadline = deadline;
    this.largest = largest;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions().setTcpNoDelay(true).setKeepAliveTimeout(KEEP_ALIVE_SECONDS),
            new PoolOptions().setHttp1MaxSize(connections));
  }

  /// A request to a path, with its query, at the scheme, host and port of an address.
  public static RequestOptions at(URI address, HttpMethod method, String path) {
    return new RequestOptions()
        .setMethod(method)
        .setHost(address.getHost())
        .setPort(port(address))
        .setSsl(!plain(address))
        .setConnectTimeout(CONNECT.toMillis())
        .setURI(path);
  }

  /// A request for what an address names.
  public static RequestOptions get(URI address) {
    String query = address.getRawQuery();
    String path = address.getRawPath() + (query == null ? "" : '?' + query);
    return at(address, HttpMethod.GET, path);
  }

  /// Whether an address is at the same scheme, host and port as another and names no user.
  public static boolean sameOrigin(URI one, URI other) {
    return one.getHost() != null
        && other.getHost() != null
        && one.getUserInfo() == null
        && one.getHost().toLowerCase(Locale.ROOT).equals(other.getHost().toLowerCase(Locale.ROOT))
        && plain(one) == plain(other)
        && port(one) == port(other);
  }

  /// Sends a request in the way `sending` says, unless its term is too near its end when there is a
  /// connection; the answer may take `longer` than usual. After the term nothing of it is under
  /// way.
  public Future<Exchanged> exchange(
      RequestOptions options,
      Duration longer,
      Term term,
      Function<HttpClientRequest, Future<HttpClientResponse>> sending) {
    Future<HttpClientRequest> opening = open(options);
    // why a limit: a request that waits for one of the connections must not leave after whoever
    // asked for it has given it up.
    return opening
        .timeout(CONNECT.toMillis(), TimeUnit.MILLISECONDS)
        .transform(
            opened -> {
              if (opened.succeeded()) {
                return inTime(opened.result(), deadline.plus(longer), term, sending);
              }
              opening.onSuccess(ProviderClient::drop);
              return Future.succeededFuture(new Exchanged.Unreachable(kind(opened.cause())));
            });
  }

  /// The answer to a download, paused, whatever its status; a redirect is not followed.
  public Future<HttpClientResponse> download(RequestOptions options) {
    return open(options.setIdleTimeout(deadline.toMillis()))
        .compose(HttpClientRequest::send)
        .map(
            response -> {
              response.pause();
              return response;
            });
  }

  /// As [#download], from an address that others name: it fails where that is no public one.
  public Future<HttpClientResponse> downloadOutside(RequestOptions options) {
    return vertx
        .executeBlocking(() -> PublicAddress.of(options.getHost()), false)
        .timeout(CONNECT.toMillis(), TimeUnit.MILLISECONDS)
        // why: the address and not the name; asked again, the name might be another's
        .map(at -> SocketAddress.inetSocketAddress(options.getPort(), at.getHostAddress()))
        .compose(at -> download(options.setServer(at)));
  }

  public Future<Void> close() {
    return client.close();
  }

  /// why a handler: Vert.x calls a reset that nobody looks at an error.
  private static void drop(HttpClientRequest unsent) {
    unsent.exceptionHandler(dropped -> {});
    unsent.reset();
  }

  private Future<Exchanged> inTime(
      HttpClientRequest request,
      Duration patience,
      Term term,
      Function<HttpClientRequest, Future<HttpClientResponse>> sending) {
    Duration left = term.left();
    if (left.compareTo(LEAST) < 0) {
      drop(request);
      return Future.succeededFuture(new Exchanged.Unreachable("too late to send"));
    }
    return answer(request, left.compareTo(patience) < 0 ? left : patience, sending);
  }

  private Future<Exchanged> answer(
      HttpClientRequest request,
      Duration patience,
      Function<HttpClientRequest, Future<HttpClientResponse>> sending) {
    return sending
        .apply(request)
        .compose(
            response ->
                body(response)
                    .<Exchanged>map(
                        body ->
                            new Exchanged.Answered(
                                response.statusCode(), response.headers(), body)))
        .timeout(patience.toMillis(), TimeUnit.MILLISECONDS)
        .recover(
            lost -> {
              request.reset();
              return Future.succeededFuture(new Exchanged.Lost(kind(lost)));
            });
  }

  /// The whole body, unless it becomes too large: then whoever waits for it ends the request.
  private Future<Buffer> body(HttpClientResponse response) {
    Promise<Buffer> whole = Promise.promise();
    Buffer body = Buffer.buffer();
    response.exceptionHandler(whole::tryFail);
    response.endHandler(end -> whole.tryComplete(body));
    response.handler(
        part -> {
          if (whole.future().isComplete()) {
            return;
          }
          if (body.length() + part.length() > largest) {
            whole.fail(new TooLarge());
          } else {
            body.appendBuffer(part);
          }
        });
    return whole.future();
  }

  /// why: a closed client throws; while the program stops that is one more failed request. The
  /// client's own future stays on its event loop, where forms and bodies must be handled.
  private Future<HttpClientRequest> open(RequestOptions options) {
    try {
      return client.request(options);
    } catch (IllegalStateException closed) {
      return Future.failedFuture(closed);
    }
  }

  private static int port(URI address) {
    return address.getPort() >= 0 ? address.getPort() : plain(address) ? 80 : 443;
  }

  private static boolean plain(URI address) {
    return "http".equalsIgnoreCase(address.getScheme());
  }

  private static String kind(Throwable cause) {
    return switch (cause) {
      case TimeoutException late -> "no answer in time";
      case TooLarge large -> "its answer is too large";
      default -> cause.getClass().getSimpleName();
    };
  }

  /// More comes than anything that we asked for.
  private static final class TooLarge extends Exception {
    private static final long serialVersionUID = 1L;

    TooLarge() {
      super("too large", null, false, false);
    }
  }
}
