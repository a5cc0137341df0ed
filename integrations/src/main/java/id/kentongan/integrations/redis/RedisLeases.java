package id.kentongan.integrations.redis;

import id.kentongan.integrations.Lease;
import id.kentongan.integrations.Leases;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Leases and the list of nodes in Redis, by its clock.
public final class RedisLeases implements Leases {
  private static final List<String> NODES = List.of("kentongan:nodes");

  private final RedisFunctions redis;
  private final String node;
  private final Duration lasts;

  public RedisLeases(RedisFunctions redis, String node, Duration lasts) {
    this.redis = redis;
    this.node = node;
    this.lasts = lasts;
  }

  @Override
  public Future<Optional<Lease>> claim(String name) {
    return redis
        .call("claim", key(name), Bytes.of(node), Bytes.of(lasts.toMillis()))
        .map(Bytes::number)
        .map(fence -> fence == 0 ? Optional.empty() : Optional.of(new Lease(name, fence)));
  }

  @Override
  public Future<Void> release(Lease lease) {
    return redis.call("release", key(lease.name()), Bytes.of(lease.fence())).mapEmpty();
  }

  @Override
  public Future<List<String>> beat() {
    return redis
        .call("beat", NODES, Bytes.of(node), Bytes.of(lasts.toMillis()))
        .map(nodes -> Bytes.list(nodes).stream().map(Bytes::text).sorted().toList());
  }

  @Override
  public Future<Void> leave() {
    return redis.call("beat", NODES, Bytes.of(node), Bytes.of(0)).mapEmpty();
  }

  @Override
  public Duration lasts() {
    return lasts;
  }

  private static List<String> key(String name) {
    return List.of(new Shard(name).lease());
  }
}
