package id.kentongan.integrations.core;

import dev.failsafe.CircuitBreaker;
import dev.failsafe.CircuitBreakerOpenException;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.time.Duration;

/// Requests to the core: each with a deadline, tried again while the failure may pass, stopped by a
/// breaker while the core is down. Repeating is safe, as every request carries its idempotency key.
final class CoreRequests {
  private static final int FAILURES_TO_BREAK = 5;
  private static final int LARGEST_ANSWER = 256 * 1024;

  private final Vertx vertx;
  private final WebClient client;
  private final CoreAccess access;
  private final FailsafeExecutor<HttpResponse<Buffer>> patience;

  CoreRequests(Vertx vertx, CoreAccess access) {
    this.vertx = vertx;
    this.access = access;
    this.client =
        WebClient.create(
            vertx, new WebClientOptions().setFollowRedirects(false).setUserAgent("kentongan"));
    var retry =
        RetryPolicy.<HttpResponse<Buffer>>builder()
            .handle(Exception.class)
            .abortOn(CircuitBreakerOpenException.class)
            .handleResultIf(CoreRequests::mayPass)
            .withBackoff(Duration.ofMillis(200), Duration.ofSeconds(2))
            .withJitter(0.25)
            .withMaxAttempts(access.tries())
            .build();
    var breaker =
        CircuitBreaker.<HttpResponse<Buffer>>builder()
            .handle(Exception.class)
            .handleResultIf(CoreRequests::mayPass)
            .withFailureThreshold(FAILURES_TO_BREAK)
            .withDelay(access.breakFor())
            .build();
    this.patience = Failsafe.with(retry, breaker);
  }

  /// Posts JSON under an idempotency key. The future fails when the core could not answer; a status
  /// that refuses is an answer.
  Future<HttpResponse<Buffer>> post(String path, String key, JsonObject body) {
    var here = vertx.getOrCreateContext();
    var answered =
        patience.getStageAsync(() -> request(path, key).sendJsonObject(body).toCompletionStage());
    return Future.fromCompletionStage(answered, here).compose(CoreRequests::checked);
  }

  void close() {
    client.close();
  }

  private HttpRequest<Buffer> request(String path, String key) {
    var request =
        client
            .postAbs(access.api().resolve(path).toString())
            .timeout(access.deadline().toMillis())
            .putHeader("Idempotency-Key", key);
    access
        .key()
        .ifPresent(k -> request.putHeader(HttpHeaders.AUTHORIZATION.toString(), "Bearer " + k));
    return request;
  }

  private static Future<HttpResponse<Buffer>> checked(HttpResponse<Buffer> response) {
    if (mayPass(response)) {
      return Future.failedFuture(new CoreDown("the core answered " + response.statusCode()));
    }
    Buffer body = response.body();
    return body != null && body.length() > LARGEST_ANSWER
        ? Future.failedFuture(new CoreDown("the core's answer is too large"))
        : Future.succeededFuture(response);
  }

  /// Busy or broken, but perhaps not for long.
  private static boolean mayPass(HttpResponse<Buffer> response) {
    return response.statusCode() >= 500
        || response.statusCode() == 429
        || response.statusCode() == 408;
  }

  /// The core could not answer, or not sensibly. Names no person.
  static final class CoreDown extends Exception {
    private static final long serialVersionUID = 1L;

    CoreDown(String why) {
      super(why, null, false, false);
    }
  }
}
