package id.kentongan.integrations.redis;

import id.kentongan.integrations.StoreFigures;
import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.List;

/// Figures of all shards, by Redis's own clock.
public final class RedisFigures implements StoreFigures {
  private final RedisFunctions redis;
  private final RedisLoad load;
  private final InstantSource machine;

  /// `machine`: the clock of this node's machine, to tell how wrong it is.
  public RedisFigures(RedisFunctions redis, InstantSource machine) {
    this.redis = redis;
    this.load = new RedisLoad(redis);
    this.machine = machine;
  }

  @Override
  public Future<Figures> figures() {
    Future<Long> now =
        redis.repeated(() -> redis.commands().time()).map(time -> Bytes.micros(time) / 1000);
    List<Future<Long>> dead = Shard.names().stream().map(this::dead).toList();
    List<Future<Long>> first = Shard.names().stream().map(this::first).toList();
    return Future.all(dead)
        .compose(all -> Future.all(first))
        .compose(all -> now)
        .compose(all -> load.read())
        .map(
            read ->
                new Figures(
                    read.memory(),
                    read.waiting(),
                    Math.max(0, now.result() - oldest(first)) / 1000.0,
                    dead.stream().mapToLong(Future::result).sum(),
                    (machine.millis() - now.result()) / 1000.0));
  }

  private static double oldest(List<Future<Long>> first) {
    return first.stream().mapToLong(Future::result).min().orElse(Long.MAX_VALUE);
  }

  private Future<Long> dead(String shard) {
    return redis.repeated(() -> redis.commands().xlen(new Shard(shard).dead()));
  }

  private Future<Long> first(String shard) {
    return redis
        .repeated(
            () ->
                redis
                    .commands()
                    .xrange(new Shard(shard).outbox(), Range.unbounded(), Limit.from(1)))
        .map(
            found ->
                found.isEmpty()
                    ? Long.MAX_VALUE
                    : Long.parseLong(found.getFirst().getId().split("-", 2)[0]));
  }
}
