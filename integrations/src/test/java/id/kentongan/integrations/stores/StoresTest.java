package id.kentongan.integrations.stores;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisClient;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;

class StoresTest {
  @Test
  void eachCallerGetsStoresOfItsOwn() throws Exception {
    try (var one = RedisClient.create(Stores.newRedis());
        var other = RedisClient.create(Stores.newRedis())) {
      one.connect().sync().set("key", "value");
      assertThat(other.connect().sync().get("key")).isNull();
    }
    try (var one = DriverManager.getConnection(Stores.newDatabase());
        var other = DriverManager.getConnection(Stores.newDatabase())) {
      assertThat(one.getCatalog()).isNotEqualTo(other.getCatalog());
    }
  }
}
