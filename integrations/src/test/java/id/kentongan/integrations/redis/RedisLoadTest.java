package id.kentongan.integrations.redis;

import static id.kentongan.integrations.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.integrations.StoreLoad;
import id.kentongan.integrations.stores.Stores;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RedisLoadTest {
  @Test
  void countsWhatWaitsAndReckonsWithTheLimitOfMemory() {
    try (var redis = new TestRedis(Stores.newRedis(), "one", Duration.ofSeconds(2))) {
      var load = new RedisLoad(redis.functions);
      assertThat(await(load.read())).isEqualTo(new StoreLoad.Load(0, 0));
      var commands = redis.functions.commands();
      for (String shard : new String[] {"k0", "k7", "k7"}) {
        var post = Map.of("b", new byte[1]);
        await(redis.functions.repeated(() -> commands.xadd(new Shard(shard).outbox(), post)));
      }
      await(redis.functions.repeated(() -> commands.configSet("maxmemory", "100mb")));
      StoreLoad.Load told = await(load.read());
      assertThat(told.waiting()).isEqualTo(3);
      assertThat(told.memory()).isBetween(0.001, 0.2);
    }
  }
}
