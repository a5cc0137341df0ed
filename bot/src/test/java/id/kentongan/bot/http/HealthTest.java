package id.kentongan.bot.http;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.bot.settings.Settings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HealthTest {
  @Test
  void saysWhatIsKnownOfAPartThatDoesNotAnswer() throws Exception {
    Vertx vertx = Vertx.vertx();
    var checks =
        List.of(
            new Health.Check("room", () -> Future.succeededFuture(Optional.empty())),
            new Health.Check(
                "redis", () -> Future.failedFuture("lost"), () -> Optional.of("it ended with 1")),
            new Health.Check("database", () -> Future.failedFuture("lost")));
    try (var health = new Health(vertx, checks, new SimpleMeterRegistry())) {
      var router = Front.router(vertx);
      health.mount(router);
      var at = new Settings.Http("127.0.0.1", 0, Optional.empty(), List.of());
      try (Front front = Front.open(vertx, router, at, 1);
          var client = HttpClient.newHttpClient()) {
        var address = URI.create("http://127.0.0.1:" + front.port() + "/health/ready");
        var answer = client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(new JsonObject(answer.body()).getJsonArray("why"))
            .containsExactly(
                "redis: does not answer, it ended with 1", "database: does not answer");
      }
    } finally {
      vertx.close().await();
    }
  }
}
