package id.kentongan.integrations.twilio;

import com.twilio.http.Request;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Twilio over HTTP: one request of the SDK's making, one [ApiAnswer]. The SDK's own client is not
/// used: it blocks, and it repeats a POST after a 5xx, which may send a message twice. Futures fail
/// only for downloads.
public final class TwilioApi {
  private static final Logger LOG = LoggerFactory.getLogger(TwilioApi.class);
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final int CONNECTIONS = 100;

  /// why: a connection that Twilio closes just as we write makes a send unknown; ours close first.
  private static final int KEEP_ALIVE_SECONDS = 30;

  private final TwilioAccount account;
  private final TwilioAddresses addresses;
  private final HttpClient client;
  private final Duration deadline;
  private final AtomicBoolean refused = new AtomicBoolean();

  /// `deadline`: how long an answer may take before it counts as lost; shorter than an outbox
  /// lease.
  public TwilioApi(
      Vertx vertx, TwilioAccount account, TwilioAddresses addresses, Duration deadline) {
    this.account = account;
    this.addresses = addresses;
    this.deadline = deadline;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions().setTcpNoDelay(true).setKeepAliveTimeout(KEEP_ALIVE_SECONDS),
            new PoolOptions().setHttp1MaxSize(CONNECTIONS));
  }

  TwilioAccount account() {
    return account;
  }

  TwilioAddresses addresses() {
    return addresses;
  }

  /// Sends a request to one of Twilio's addresses; the host that the SDK puts into it is not used.
  Future<ApiAnswer> call(URI base, Request request) {
    return open(options(base, request))
        .transform(
            opened -> {
              if (opened.failed()) {
                return Future.succeededFuture(new ApiAnswer.Unreachable(kind(opened.cause())));
              }
              HttpClientRequest http = opened.result();
              return answer(http.send(body(request)))
                  .timeout(deadline.toMillis(), TimeUnit.MILLISECONDS)
                  .recover(
                      lost -> {
                        http.reset();
                        return Future.succeededFuture(new ApiAnswer.Lost(kind(lost)));
                      });
            });
  }

  /// The answer to a download, paused, whatever its status; a redirect is not followed.
  Future<HttpClientResponse> download(URI address, boolean withCredentials) {
    var options = at(address, HttpMethod.GET).setIdleTimeout(deadline.toMillis());
    if (withCredentials) {
      options.putHeader("Authorization", account.basic());
    }
    return open(options.setURI(path(address)))
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

  private RequestOptions options(URI base, Request request) {
    return at(base, HttpMethod.valueOf(request.getMethod().toString()))
        .setURI(base.getRawPath() + request.constructURL().getFile())
        .putHeader("Authorization", account.basic())
        .putHeader("Accept", "application/json")
        .putHeader("Content-Type", request.getContentType().getValue());
  }

  private static RequestOptions at(URI address, HttpMethod method) {
    return new RequestOptions()
        .setMethod(method)
        .setHost(address.getHost())
        .setPort(TwilioAddresses.port(address))
        .setSsl(!TwilioAddresses.plain(address))
        .setConnectTimeout(CONNECT.toMillis());
  }

  private static String path(URI address) {
    String query = address.getRawQuery();
    return address.getRawPath() + (query == null ? "" : '?' + query);
  }

  private static Buffer body(Request request) {
    String body = request.getBody();
    return Buffer.buffer(body == null ? request.encodeFormBody() : body);
  }

  /// why: a closed client throws; while the program stops that is one more failed request.
  private Future<HttpClientRequest> open(RequestOptions options) {
    try {
      return client.request(options);
    } catch (IllegalStateException closed) {
      return Future.failedFuture(closed);
    }
  }

  private Future<ApiAnswer> answer(Future<HttpClientResponse> sent) {
    return sent.compose(
        response -> {
          String retryAfter = response.getHeader("Retry-After");
          return response
              .body()
              .map(
                  body ->
                      noted(ApiAnswer.read(response.statusCode(), retryAfter, body.getBytes())));
        });
  }

  /// Says loudly, once, that the credentials are refused: nothing goes out until it is mended.
  private ApiAnswer noted(ApiAnswer answer) {
    boolean now = answer instanceof ApiAnswer.Refused(int status, _, _, _) && status == 401;
    if (now && refused.compareAndSet(false, true)) {
      LOG.error("Twilio refuses the account (401): check twilio.account-sid and twilio.auth-token");
    } else if (answer instanceof ApiAnswer.Done) {
      refused.set(false);
    }
    return answer;
  }

  /// why: messages of exceptions may hold addresses, and those of media and lists name people.
  private static String kind(Throwable cause) {
    return cause instanceof TimeoutException
        ? "no answer in time"
        : cause.getClass().getSimpleName();
  }
}
