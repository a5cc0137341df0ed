package id.kentongan.bot.http;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.bot.settings.Settings;
import id.kentongan.integrations.crypto.MasterKey;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HealthTest {
  private static final OperatorToken OPERATORS = new OperatorToken(key(), Clock.systemUTC());
  private static final List<Health.Check> CHECKS =
      List.of(
          new Health.Check("room", () -> Future.succeededFuture(Optional.empty())),
          new Health.Check(
              "redis", () -> Future.failedFuture("lost"), () -> Optional.of("it ended with 1")),
          new Health.Check(
              "database",
              () -> Future.failedFuture(new Health.Unwell("refuses some")),
              () -> Optional.of("the disk is full")),
          new Health.Check("spool", () -> Future.failedFuture("lost")));

  @Test
  void tellsOperatorsWhatIsKnownAndOthersWhatIsNotWell() throws Exception {
    Vertx vertx = Vertx.vertx();
    var another = new OperatorToken(MasterKey.of(another()), Clock.systemUTC());
    var old = Clock.offset(Clock.systemUTC(), Duration.ofHours(-1));
    try (var health = new Health(vertx, CHECKS, new SimpleMeterRegistry())) {
      var router = Front.router(vertx);
      health.mount(router, OPERATORS::sound);
      var at = new Settings.Http("127.0.0.1", 0, Optional.empty(), List.of());
      try (Front front = Front.open(vertx, router, at, 1)) {
        assertThat(why(front, OPERATORS.made()))
            .containsExactly(
                "redis: does not answer, it ended with 1",
                "database: refuses some, the disk is full",
                "spool: does not answer");
        for (String other :
            List.of("", "x", another.made(), new OperatorToken(key(), old).made())) {
          assertThat(why(front, other))
              .containsExactly(
                  "redis: does not answer", "database: refuses some", "spool: does not answer");
        }
      }
    } finally {
      vertx.close().await();
    }
  }

  private static MasterKey key() {
    return MasterKey.of(new byte[32]);
  }

  private static byte[] another() {
    byte[] key = new byte[32];
    key[0] = 1;
    return key;
  }

  private static List<Object> why(Front front, String token) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      var address = URI.create("http://127.0.0.1:" + front.port() + "/health/ready");
      var request = HttpRequest.newBuilder(address);
      if (!token.isEmpty()) {
        request.header(Health.TOKEN, token);
      }
      var answer = client.send(request.build(), BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(503);
      return new JsonObject(answer.body()).getJsonArray("why").stream().toList();
    }
  }
}
