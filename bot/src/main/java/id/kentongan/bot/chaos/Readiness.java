package id.kentongan.bot.chaos;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Waits for things to come true, asking again and again. Blocks.
public final class Readiness {
  private static final long PAUSE_MILLIS = 100;

  private final Vertx vertx;

  public Readiness(Vertx vertx) {
    this.vertx = vertx;
  }

  /// Whether it came true in time.
  public boolean within(Duration time, Supplier<Boolean> asked) {
    long until = System.nanoTime() + time.toNanos();
    while (!asked.get()) {
      if (System.nanoTime() > until) {
        return false;
      }
      vertx.timer(PAUSE_MILLIS, TimeUnit.MILLISECONDS).await();
    }
    return true;
  }

  public boolean ready(Node node) {
    return ready(List.of(node));
  }

  /// Whether all gateways say that they are ready.
  public boolean ready(List<Node> nodes) {
    HttpClient client = vertx.createHttpClient();
    try {
      return nodes.stream().allMatch(node -> ready(client, node));
    } finally {
      client.close().await();
    }
  }

  private static boolean ready(HttpClient client, Node node) {
    return client
        .request(HttpMethod.GET, node.port, "127.0.0.1", "/health/ready")
        .compose(HttpClientRequest::send)
        .compose(response -> response.end().map(response.statusCode() == 200))
        .timeout(5, TimeUnit.SECONDS)
        .recover(lost -> Future.succeededFuture(false))
        .await();
  }
}
