package id.kentongan.integrations.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kentongan.integrations.Unreachable;
import id.kentongan.integrations.stores.Ports;
import id.kentongan.integrations.stores.Stores;
import io.vertx.core.Vertx;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RefusedRedisTest {
  private final Vertx vertx = Vertx.vertx();
  private final int port = URI.create(Stores.redisUri()).getPort();

  @AfterEach
  void close() {
    vertx.close().await();
  }

  @Test
  void aWrongPasswordAndNone() {
    refused("redis://:geheim@127.0.0.1:" + port, "does not take the password");
    refused("redis://127.0.0.1:" + port, "asks for a password");
  }

  @Test
  void nobodyThere() {
    refused("redis://:geheim@127.0.0.1:" + Ports.free(), "nothing listens at 127.0.0.1:");
    refused("redis://:geheim@nobody.invalid", "no machine has the name in nobody.invalid:6379");
  }

  @Test
  void whatIsNotKnownIsToldAsItIs() {
    var settings = RedisSettings.of("redis://127.0.0.1");
    assertThat(RefusedRedis.told(new IllegalStateException("ERR strange"), settings))
        .hasMessage("redis.uri: the store does not let us in: ERR strange");
  }

  private void refused(String uri, String told) {
    assertThatThrownBy(() -> RedisFunctions.open(vertx, RedisSettings.of(uri)).await())
        .isInstanceOf(Unreachable.class)
        .hasMessageStartingWith("redis.uri: ")
        .hasMessageContaining(told)
        .hasMessageNotContaining("geheim");
  }
}
