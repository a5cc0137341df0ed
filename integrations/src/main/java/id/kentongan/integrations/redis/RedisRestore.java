package id.kentongan.integrations.redis;

import id.kentongan.dialogs.talk.Effect;
import id.kentongan.integrations.BackupParts;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.redis.ShardCopy.PostCopy;
import id.kentongan.integrations.redis.ShardCopy.TalkCopy;
import io.lettuce.core.XAddArgs;
import io.vertx.core.Future;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Puts a copy back into an empty Redis. What has waited for too long to be sent goes to the dead
/// letters.
public final class RedisRestore {
  private static final int TOGETHER = 500;

  private final RedisFunctions redis;
  private final PostSeal posts;
  private final Instant now;
  private final Instant oldest;

  /// Messages of before `oldest` are not sent; `now` is the time of restoring.
  public RedisRestore(RedisFunctions redis, MasterKey key, Instant now, Instant oldest) {
    this.redis = redis;
    this.posts = new PostSeal(key);
    this.now = now;
    this.oldest = oldest;
  }

  /// How many of each were put back; `laidAside` of the dead letters are messages that are too old.
  public record Restored(long conversations, long waiting, long deadLetters, long laidAside) {
    Restored plus(ShardCopy shard, int aside) {
      return new Restored(
          conversations + shard.talks().size(),
          waiting + shard.waiting().size() - aside,
          deadLetters + shard.dead().size() + aside,
          laidAside + aside);
    }
  }

  /// Blocks.
  public Restored read(BackupParts.In in) throws IOException {
    var restored = new Restored(0, 0, 0, 0);
    for (String name : Shard.names()) {
      try (InputStream part = in.open("redis/" + name)) {
        ShardCopy copy = ShardCopy.read(part);
        restored = restored.plus(copy, put(new Shard(name), copy));
      }
    }
    return restored;
  }

  private int put(Shard shard, ShardCopy copy) {
    var writes = new Together();
    copy.dead()
        .forEach(d -> writes.add(add(shard.dead(), d.entry(), letter(d.sealed(), d.note()))));
    int aside = 0;
    for (PostCopy post : copy.waiting()) {
      if (tooOld(post)) {
        aside++;
        String why = "not sent after a restore: it waited since " + time(post.entry());
        writes.add(add(shard.dead(), "*", letter(post.sealed(), why)));
      } else {
        writes.add(add(shard.outbox(), post.entry(), Map.of("b", post.sealed())));
        if (!post.note().isEmpty()) {
          var note = Bytes.of(post.note());
          writes.add(
              redis.repeated(() -> redis.commands().hset(shard.later(), post.entry(), note)));
        }
      }
    }
    for (var timer : copy.timers()) {
      byte[] member = Bytes.of(timer.member());
      writes.add(redis.repeated(() -> redis.commands().zadd(shard.timers(), timer.due(), member)));
    }
    for (TalkCopy talk : copy.talks()) {
      byte[] value = TalkRecord.atLeast(talk.value(), now.getEpochSecond());
      writes.add(redis.repeated(() -> redis.commands().set(shard.talk(talk.name()), value)));
    }
    writes.end();
    return aside;
  }

  private Future<String> add(String stream, String entry, Map<String, byte[]> fields) {
    var args = new XAddArgs().id(entry);
    return redis.repeated(() -> redis.commands().xadd(stream, args, fields));
  }

  /// why: replaying takes the first field.
  private static Map<String, byte[]> letter(byte[] sealed, String why) {
    var fields = new LinkedHashMap<String, byte[]>();
    fields.put("b", sealed);
    fields.put("w", Bytes.of(why));
    return fields;
  }

  private boolean tooOld(PostCopy post) {
    return time(post.entry()).isBefore(oldest)
        && posts.tryOpen(post.sealed()).filter(p -> p.effect() instanceof Effect.Send).isPresent();
  }

  private static Instant time(String entry) {
    return Instant.ofEpochMilli(Long.parseLong(entry.substring(0, entry.indexOf('-'))));
  }

  /// Writes that are under way; so many at once.
  private static final class Together {
    private final List<Future<?>> underway = new ArrayList<>();

    void add(Future<?> write) {
      underway.add(write);
      if (underway.size() == TOGETHER) {
        end();
      }
    }

    void end() {
      Future.all(List.copyOf(underway)).await();
      underway.clear();
    }
  }
}
