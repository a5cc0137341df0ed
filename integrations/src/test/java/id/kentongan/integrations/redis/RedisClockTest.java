package id.kentongan.integrations.redis;

import static id.kentongan.integrations.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.kentongan.integrations.stores.Stores;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedisClockTest {
  private static final long SECOND = 1_000_000_000L;

  @Test
  void tellsTheTimeOfARealRedis() {
    try (var redis = new TestRedis(Stores.newRedis(), "one", Duration.ofSeconds(2));
        var clock = await(RedisClock.open(redis.vertx, redis.functions))) {
      var said = Instant.ofEpochMilli(now(redis));
      assertThat(clock.instant()).isCloseTo(said, within(1, ChronoUnit.MINUTES));
    }
  }

  /// Known to be at second 100 now; asked from one moment to another, Redis says something.
  @ParameterizedTest
  @CsvSource({
    "asked and told at once,       110, 110, 110000000, 110000000",
    "our machine went too slowly,  110, 110, 110900000, 110900000",
    "our machine went too fast,    110, 110, 109000000, 109000000",
    "the answer took ten seconds,  110, 120, 113000000, 120000000",
    "nothing fits but less,        110, 120, 105000000, 115000000",
    "nothing fits but more,        110, 120, 121000000, 121000000",
    "Redis was put back an hour,   110, 110,      1000,      1000",
  })
  void isMendedByAsLittleAsWhatRedisSaysAllows(
      String what, long sent, long received, long said, long then) {
    var known = new Carried(100_000_000, 100 * SECOND);

    Carried mended = known.mended(new Carried.Told(said, sent * SECOND, received * SECOND));

    assertThat(mended.at(received * SECOND)).as(what).isEqualTo(then);
    assertThat(mended.at((received + 5) * SECOND)).as(what).isEqualTo(then + 5_000_000);
  }

  private static long now(TestRedis redis) {
    return Bytes.micros(await(redis.functions.repeated(() -> redis.functions.commands().time())))
        / 1000;
  }
}
