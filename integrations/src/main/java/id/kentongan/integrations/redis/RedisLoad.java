package id.kentongan.integrations.redis;

import id.kentongan.integrations.StoreLoad;
import io.vertx.core.Future;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How full Redis is, by its own word.
///
/// Source: https://redis.io/docs/latest/commands/info/ (section Memory)
public final class RedisLoad implements StoreLoad {
  private static final Pattern USED = Pattern.compile("(?m)^used_memory:([0-9]+)");
  private static final Pattern MOST = Pattern.compile("(?m)^maxmemory:([0-9]+)");

  private final RedisFunctions redis;

  public RedisLoad(RedisFunctions redis) {
    this.redis = redis;
  }

  @Override
  public Future<Load> read() {
    Future<Double> memory =
        redis
            .everywhere(master -> master.info("memory"))
            .map(told -> told.stream().mapToDouble(RedisLoad::part).max().orElse(0));
    List<Future<Long>> waiting = Shard.names().stream().map(this::waiting).toList();
    return Future.all(waiting)
        .compose(all -> memory)
        .map(part -> new Load(part, waiting.stream().mapToLong(Future::result).sum()));
  }

  private Future<Long> waiting(String shard) {
    return redis.repeated(() -> redis.commands().xlen(new Shard(shard).outbox()));
  }

  private static double part(String told) {
    long most = number(MOST, told);
    return most == 0 ? 0 : (double) number(USED, told) / most;
  }

  private static long number(Pattern name, String told) {
    Matcher found = name.matcher(told);
    return found.find() ? Long.parseLong(found.group(1)) : 0;
  }
}
