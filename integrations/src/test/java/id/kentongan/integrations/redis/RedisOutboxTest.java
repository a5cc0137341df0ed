package id.kentongan.integrations.redis;

import id.kentongan.integrations.stores.Stores;

final class RedisOutboxTest extends RedisOutboxContract {
  RedisOutboxTest() {
    super(RedisSettings.of(Stores.newRedis()));
  }
}
