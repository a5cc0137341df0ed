package id.kentongan.integrations.redis;

import id.kentongan.integrations.StoreLoad;
import io.lettuce.core.cluster.api.async.RedisAdvancedClusterAsyncCommands;
import io.vertx.core.Future;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
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
            .repeated(this::servers)
            .map(told -> told.stream().mapToDouble(RedisLoad::part).max().orElse(0));
    List<Future<Long>> waiting = Shard.names().stream().map(this::waiting).toList();
    return Future.all(waiting)
        .compose(all -> memory)
        .map(part -> new Load(part, waiting.stream().mapToLong(Future::result).sum()));
  }

  private Future<Long> waiting(String shard) {
    return redis.repeated(() -> redis.commands().xlen(new Shard(shard).outbox()));
  }

  /// What each master says of its memory.
  private CompletionStage<List<String>> servers() {
    if (!(redis.commands() instanceof RedisAdvancedClusterAsyncCommands<String, byte[]> cluster)) {
      return redis.commands().info("memory").thenApply(List::of);
    }
    var futures = cluster.upstream().commands().info("memory").futures();
    return CompletableFuture.allOf(futures)
        .thenApply(all -> List.of(futures).stream().map(CompletableFuture::join).toList());
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
