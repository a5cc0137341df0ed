package id.kentongan.integrations.redis;

import id.kentongan.integrations.Wakes;
import io.vertx.core.Future;
import java.util.function.Consumer;

/// Wakes by Redis's publish and subscribe, on a channel of the node's own.
public final class RedisWakes implements Wakes {
  private final RedisFunctions redis;
  private final String node;

  public RedisWakes(RedisFunctions redis, String node) {
    this.redis = redis;
    this.node = node;
  }

  @Override
  public Future<Void> listen(Consumer<String> shard) {
    return redis.heard("kentongan:wake:" + node, message -> shard.accept(Bytes.text(message)));
  }
}
