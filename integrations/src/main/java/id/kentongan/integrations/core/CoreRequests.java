package id.kentongan.integrations.core;

import dev.failsafe.CircuitBreaker;
import dev.failsafe.CircuitBreakerOpenException;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import id.kentongan.integrations.Exchanged;
import id.kentongan.integrations.Exchanged.Answered;
import id.kentongan.integrations.ProviderClient;
import id.kentongan.integrations.Term;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;

/// Requests to the core: each with a deadline, tried again while the failure may pass, stopped by a
/// breaker while the core is down. Repeating is safe, as every request carries its idempotency key.
final class CoreRequests {
  private static final int FAILURES_TO_BREAK = 5;
  private static final int LARGEST_ANSWER = 256 * 1024;
  private static final int CONNECTIONS = 16;

  private final Vertx vertx;
  private final ProviderClient client;
  private final CoreAccess access;
  private final FailsafeExecutor<Answered> patience;

  CoreRequests(Vertx vertx, CoreAccess access) {
    this.vertx = vertx;
    this.access = access;
    this.client = new ProviderClient(vertx, access.deadline(), CONNECTIONS, LARGEST_ANSWER);
    var retry =
        RetryPolicy.<Answered>builder()
            .handle(Exception.class)
            .abortOn(CircuitBreakerOpenException.class)
            .handleResultIf(CoreRequests::mayPass)
            .withBackoff(Duration.ofMillis(200), Duration.ofSeconds(2))
            .withJitter(0.25)
            .withMaxAttempts(access.tries())
            .build();
    var breaker =
        CircuitBreaker.<Answered>builder()
            .handle(Exception.class)
            .handleResultIf(CoreRequests::mayPass)
            .withFailureThreshold(FAILURES_TO_BREAK)
            .withDelay(access.breakFor())
            .build();
    this.patience = Failsafe.with(retry, breaker);
  }

  /// Posts JSON under an idempotency key. The future fails when the core could not answer; a status
  /// that refuses is an answer.
  Future<Answered> post(String path, String key, JsonObject body) {
    var here = vertx.getOrCreateContext();
    var answered = patience.getStageAsync(() -> sent(request(path, key), body).toCompletionStage());
    return Future.fromCompletionStage(answered, here).compose(CoreRequests::checked);
  }

  void close() {
    client.close();
  }

  private RequestOptions request(String path, String key) {
    URI whole = access.api().resolve(path);
    var request =
        ProviderClient.at(whole, HttpMethod.POST, whole.getRawPath())
            .putHeader(HttpHeaders.USER_AGENT, "kentongan")
            .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
            .putHeader("Idempotency-Key", key);
    access.key().ifPresent(k -> request.putHeader(HttpHeaders.AUTHORIZATION, "Bearer " + k));
    return request;
  }

  private Future<Answered> sent(RequestOptions request, JsonObject body) {
    return client
        .exchange(request, Duration.ZERO, Term.open(), asked -> asked.send(body.toBuffer()))
        .compose(
            exchanged ->
                switch (exchanged) {
                  case Answered answered -> Future.succeededFuture(answered);
                  case Exchanged.Unreachable(String why) -> Future.failedFuture(new CoreDown(why));
                  case Exchanged.Lost(String why) -> Future.failedFuture(new CoreDown(why));
                });
  }

  private static Future<Answered> checked(Answered answered) {
    return mayPass(answered)
        ? Future.failedFuture(new CoreDown("the core answered " + answered.status()))
        : Future.succeededFuture(answered);
  }

  /// Busy or broken, but perhaps not for long.
  private static boolean mayPass(Answered answered) {
    return answered.status() >= 500 || answered.status() == 429 || answered.status() == 408;
  }

  /// The core could not answer, or not sensibly. Names no person.
  static final class CoreDown extends Exception {
    private static final long serialVersionUID = 1L;

    CoreDown(String why) {
      super(why, null, false, false);
    }
  }
}
