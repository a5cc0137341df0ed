package id.kentongan.integrations.telegram;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.ClientForm;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The Bot API over HTTP: one request, one [ApiAnswer]. Futures fail only for downloads.
public final class TelegramApi {
  private static final Logger LOG = LoggerFactory.getLogger(TelegramApi.class);
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final int CONNECTIONS = 100;

  /// why: a connection that Telegram closes just as we write makes a send unknown; ours close
  /// first.
  private static final int KEEP_ALIVE_SECONDS = 30;

  private final BotAccess access;
  private final HttpClient client;
  private final Duration deadline;
  private final AtomicBoolean tokenRefused = new AtomicBoolean();

  /// `deadline`: how long an answer may take before it counts as lost; shorter than an outbox
  /// lease.
  public TelegramApi(Vertx vertx, BotAccess access, Duration deadline) {
    this.access = access;
    this.deadline = deadline;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setSsl(access.tls())
                .setTcpNoDelay(true)
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS),
            new PoolOptions().setHttp1MaxSize(CONNECTIONS));
  }

  /// Calls a method by its documented name with a request of TelegramBots' types.
  Future<ApiAnswer> call(String method, Object request) {
    return call(method, request, Duration.ZERO);
  }

  /// As above; the answer may take `longer` than usual.
  Future<ApiAnswer> call(String method, Object request, Duration longer) {
    return exchange(
        method,
        longer,
        http -> http.putHeader("Content-Type", "application/json").send(Json.write(request)));
  }

  /// Calls a method with a file in a form.
  Future<ApiAnswer> upload(String method, ClientForm form) {
    return exchange(method, Duration.ofSeconds(30), http -> http.send(form));
  }

  /// The answer to a download, paused, whatever its status. `path` as `getFile` gave it, encoded.
  Future<HttpClientResponse> download(String path) {
    return open(options(HttpMethod.GET, access.file(path)).setIdleTimeout(deadline.toMillis()))
        .compose(HttpClientRequest::send)
        .map(
            response -> {
              response.pause();
              return response;
            });
  }

  public Future<Void> close() {
    return client.close();
  }

  private Future<ApiAnswer> exchange(
      String method,
      Duration longer,
      Function<HttpClientRequest, Future<HttpClientResponse>> sending) {
    long patience = deadline.plus(longer).toMillis();
    return open(options(HttpMethod.POST, access.method(method)))
        .transform(
            opened -> {
              if (opened.failed()) {
                return Future.succeededFuture(new ApiAnswer.Unreachable(kind(opened.cause())));
              }
              HttpClientRequest request = opened.result();
              return answer(sending.apply(request))
                  .timeout(patience, TimeUnit.MILLISECONDS)
                  .recover(
                      lost -> {
                        request.reset();
                        return Future.succeededFuture(new ApiAnswer.Lost(kind(lost)));
                      });
            });
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

  private Future<ApiAnswer> answer(Future<HttpClientResponse> sent) {
    return sent.compose(
        response ->
            response
                .body()
                .map(body -> noted(ApiAnswer.read(response.statusCode(), body.getBytes()))));
  }

  /// Says loudly, once, that the token is refused: nothing goes in or out until it is mended.
  private ApiAnswer noted(ApiAnswer answer) {
    boolean refused = answer instanceof ApiAnswer.Refused(int code, _, _) && code == 401;
    if (refused && tokenRefused.compareAndSet(false, true)) {
      LOG.error("Telegram refuses the bot token (401): set telegram.bot-token to a valid one");
    } else if (answer instanceof ApiAnswer.Done) {
      tokenRefused.set(false);
    }
    return answer;
  }

  private RequestOptions options(HttpMethod method, String path) {
    return new RequestOptions()
        .setMethod(method)
        .setHost(access.apiUrl().getHost())
        .setPort(access.port())
        .setSsl(access.tls())
        .setURI(path)
        .setConnectTimeout(CONNECT.toMillis());
  }

  /// why: messages of exceptions may hold addresses, and ours hold the token.
  private static String kind(Throwable cause) {
    return cause instanceof TimeoutException
        ? "no answer in time"
        : cause.getClass().getSimpleName();
  }
}
