package id.kentongan.integrations.redis;

import id.kentongan.integrations.BackupParts;
import id.kentongan.integrations.redis.ShardCopy.PostCopy;
import id.kentongan.integrations.redis.ShardCopy.TalkCopy;
import id.kentongan.integrations.redis.ShardCopy.TimerCopy;
import io.lettuce.core.KeyScanCursor;
import io.lettuce.core.KeyValue;
import io.lettuce.core.Range;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanCursor;
import io.lettuce.core.ScoredValue;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.vertx.core.Future;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/// Copies what Redis keeps, beside running gateways: each shard as it is at one instant, so that a
/// conversation, its effects and its timers fit. Leases and the list of nodes are left out.
public final class RedisBackup {
  private static final int SCANNED = 2_000;
  private static final int TOGETHER = 1_000;

  private final RedisFunctions redis;

  public RedisBackup(RedisFunctions redis) {
    this.redis = redis;
  }

  /// How many of each were copied.
  public record Copied(long conversations, long waiting, long deadLetters) {
    Copied plus(ShardCopy shard) {
      return new Copied(
          conversations + shard.talks().size(),
          waiting + shard.waiting().size(),
          deadLetters + shard.dead().size());
    }
  }

  /// Adds the parts `redis/k0` to `redis/k31`. Blocks.
  public Copied write(BackupParts.Out out) throws IOException {
    var copied = new Copied(0, 0, 0);
    for (String name : Shard.names()) {
      ShardCopy shard = copy(new Shard(name));
      out.add("redis/" + name, shard::write);
      copied = copied.plus(shard);
    }
    return copied;
  }

  /// Whether nothing of a gateway is in this Redis. Blocks.
  public boolean empty() {
    var args = ScanArgs.Builder.limit(SCANNED);
    ScanCursor cursor = ScanCursor.INITIAL;
    do {
      KeyScanCursor<String> page = scan(cursor, args);
      if (page.getKeys().stream().anyMatch(key -> key.matches("\\{k[0-9]+}:(?!lease).*"))) {
        return false;
      }
      cursor = page;
    } while (!cursor.isFinished());
    return true;
  }

  private KeyScanCursor<String> scan(ScanCursor cursor, ScanArgs args) {
    return redis.repeated(() -> redis.commands().scan(cursor, args)).await();
  }

  private List<String> talks(Shard shard) {
    // why: a key may come twice while the table grows.
    var keys = new LinkedHashSet<String>();
    var args = ScanArgs.Builder.matches(shard.talk("*")).limit(SCANNED);
    ScanCursor cursor = ScanCursor.INITIAL;
    do {
      KeyScanCursor<String> page = scan(cursor, args);
      keys.addAll(page.getKeys());
      cursor = page;
    } while (!cursor.isFinished());
    return List.copyOf(keys);
  }

  private ShardCopy copy(Shard shard) {
    List<String> keys = talks(shard);
    return redis
        .repeated(() -> redis.master(shard.outbox()).thenApply(Master::commands))
        .compose(commands -> Future.succeededFuture(atOnce(commands, shard, keys)))
        .await();
  }

  /// why: between two reads a commit could take away an effect that the state still waits for.
  private static ShardCopy atOnce(
      RedisAsyncCommands<String, byte[]> commands, Shard shard, List<String> keys) {
    var begun = commands.multi();
    var talks = new ArrayList<RedisFuture<List<KeyValue<String, byte[]>>>>();
    for (int from = 0; from < keys.size(); from += TOGETHER) {
      int to = Math.min(keys.size(), from + TOGETHER);
      talks.add(commands.mget(keys.subList(from, to).toArray(String[]::new)));
    }
    var outbox = commands.xrange(shard.outbox(), Range.unbounded());
    var later = commands.hgetall(shard.later());
    var timers = commands.zrangeWithScores(shard.timers(), 0, -1);
    var dead = commands.xrange(shard.dead(), Range.unbounded());
    try {
      done(begun);
      done(commands.exec());
    } catch (CompletionException e) {
      throw new IllegalStateException("Redis did not copy " + shard.name(), e.getCause());
    }
    Map<String, byte[]> notes = done(later);
    return new ShardCopy(
        talks.stream().flatMap(page -> done(page).stream()).flatMap(RedisBackup::talk).toList(),
        done(outbox).stream().map(m -> post(m, notes.getOrDefault(m.getId(), Bytes.NONE))).toList(),
        done(timers).stream().map(RedisBackup::timer).toList(),
        done(dead).stream().map(m -> post(m, m.getBody().getOrDefault("w", Bytes.NONE))).toList());
  }

  private static <T> T done(RedisFuture<T> future) {
    return future.toCompletableFuture().join();
  }

  private static Stream<TalkCopy> talk(KeyValue<String, byte[]> read) {
    return read.hasValue()
        ? Stream.of(
            new TalkCopy(
                read.getKey().substring(read.getKey().indexOf(":talk:") + 6), read.getValue()))
        : Stream.empty();
  }

  private static PostCopy post(StreamMessage<String, byte[]> message, byte[] note) {
    byte[] sealed = message.getBody().getOrDefault("b", Bytes.NONE);
    return new PostCopy(message.getId(), sealed, Bytes.text(note));
  }

  private static TimerCopy timer(ScoredValue<byte[]> timer) {
    return new TimerCopy(Bytes.text(timer.getValue()), timer.getScore());
  }
}
