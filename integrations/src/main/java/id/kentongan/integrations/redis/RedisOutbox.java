package id.kentongan.integrations.redis;

import id.kentongan.integrations.Lease;
import id.kentongan.integrations.Outbox;
import id.kentongan.integrations.Post;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.redis.PostSeal.Opened;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The outbox in Redis: a stream a shard, never trimmed; entries are deleted one by one.
public final class RedisOutbox implements Outbox {
  private final RedisFunctions redis;
  private final Duration lasts;
  private final PostSeal posts;

  /// `lasts`: how long a read renews the shard's lease.
  public RedisOutbox(RedisFunctions redis, Duration lasts, MasterKey master) {
    this.redis = redis;
    this.lasts = lasts;
    this.posts = new PostSeal(master);
  }

  @Override
  public Future<Optional<Page>> read(Lease lease, String after, int most) {
    Shard shard = new Shard(lease.name());
    return redis
        .call(
            "read",
            List.of(shard.outbox(), shard.later(), shard.timers(), shard.lease()),
            Bytes.of(lease.fence()),
            Bytes.of(lasts.toMillis()),
            Bytes.of(after),
            Bytes.of(most))
        .map(Bytes::list)
        .map(result -> result.isEmpty() ? Optional.empty() : Optional.of(page(lease, result)));
  }

  @Override
  public Future<Boolean> settle(Lease lease, List<String> entries) {
    var args = new ArrayList<byte[]>();
    args.add(Bytes.of(lease.fence()));
    entries.forEach(entry -> args.add(Bytes.of(entry)));
    return redis.call("settle", keys(lease), args.toArray(byte[][]::new)).map(Bytes::yes);
  }

  @Override
  public Future<Boolean> later(Lease lease, String entry, Instant due, int attempts) {
    byte[] note = Bytes.of(due.toEpochMilli() + ":" + attempts);
    return redis
        .call("later", keys(lease), Bytes.of(lease.fence()), Bytes.of(entry), note)
        .map(Bytes::yes);
  }

  @Override
  public Future<Boolean> bury(Lease lease, String entry, String why) {
    var keys = new ArrayList<>(keys(lease));
    keys.add(new Shard(lease.name()).dead());
    return redis
        .call("bury", keys, Bytes.of(lease.fence()), Bytes.of(entry), Bytes.of(why))
        .map(Bytes::yes);
  }

  @Override
  public Future<Boolean> waits(Lease lease, String entry) {
    Shard shard = new Shard(lease.name());
    return redis
        .call(
            "waits",
            List.of(shard.outbox(), shard.lease()),
            Bytes.of(lease.fence()),
            Bytes.of(entry))
        .map(Bytes::yes);
  }

  private static List<String> keys(Lease lease) {
    Shard shard = new Shard(lease.name());
    return List.of(shard.outbox(), shard.later(), shard.lease());
  }

  private Page page(Lease lease, List<Object> result) {
    var entries = new ArrayList<Waiting>();
    var newer = new ArrayList<Newer>();
    for (int i = 3; i < result.size(); i += 3) {
      String entry = Bytes.text(result.get(i));
      String note = Bytes.text(result.get(i + 2));
      switch (posts.open((byte[]) result.get(i + 1))) {
        case Opened.Read(var post) -> entries.add(waiting(entry, post, note));
        case Opened.Newer(var conversation) -> newer.add(new Newer(entry, conversation));
        case Opened.Broken() -> bury(lease, entry, "unreadable by this program");
      }
    }
    return new Page(
        entries,
        newer,
        (result.size() - 3) / 3,
        Bytes.number(result.get(0)),
        Bytes.number(result.get(1)),
        millis(Bytes.text(result.get(2))));
  }

  private static Waiting waiting(String entry, Post post, String note) {
    int colon = note.indexOf(':');
    return colon < 0
        ? new Waiting(entry, post, 0, null)
        : new Waiting(
            entry,
            post,
            Integer.parseInt(note.substring(colon + 1)),
            millis(note.substring(0, colon)));
  }

  private static @Nullable Instant millis(String text) {
    return text.isEmpty() ? null : Instant.ofEpochMilli((long) Double.parseDouble(text));
  }
}
