package id.kentongan.integrations.redis;

import id.kentongan.dialogs.stored.TalkJson;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.TimerName;
import id.kentongan.integrations.DueTimers;
import id.kentongan.integrations.Lease;
import id.kentongan.integrations.crypto.MasterKey;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Timers in Redis: a sorted set a shard, set and taken away by commits.
public final class RedisTimers implements DueTimers {
  private static final Logger LOG = LoggerFactory.getLogger(RedisTimers.class);

  private static final long SELDOM_NANOS = Duration.ofMinutes(1).toNanos();

  private final RedisFunctions redis;
  private final TalkSeal seal;
  private final AtomicLong warned = new AtomicLong(System.nanoTime() - 2 * SELDOM_NANOS);

  public RedisTimers(RedisFunctions redis, MasterKey master, TalkJson json) {
    this.redis = redis;
    this.seal = new TalkSeal(master, json);
  }

  @Override
  public Future<Found> due(Lease lease, Duration ahead, Part part) {
    Shard shard = new Shard(lease.name());
    return redis
        .call(
            "due",
            List.of(shard.timers(), shard.lease()),
            Bytes.of(lease.fence()),
            Bytes.of(ahead.toMillis()),
            Bytes.of(part.from().toEpochMilli()),
            Bytes.of(part.pass()),
            Bytes.of(part.most()))
        .compose(result -> named(shard, Bytes.list(result)));
  }

  private Future<Found> named(Shard shard, List<Object> result) {
    var timers = new ArrayList<Future<Found>>();
    for (int i = 0; i < result.size(); i += 2) {
      long due = (long) Double.parseDouble(Bytes.text(result.get(i + 1)));
      timers.add(named(shard, Bytes.text(result.get(i)), Instant.ofEpochMilli(due)));
    }
    return Future.all(timers)
        .map(done -> timers.stream().map(Future::result).reduce(Found.NONE, Found::and));
  }

  private Future<Found> named(Shard shard, String member, Instant due) {
    int colon = member.indexOf(':');
    String name = member.substring(0, colon);
    var none = new Found(List.of(), 0, due);
    var another = new Found(List.of(), 1, due);
    return known(member.substring(colon + 1))
        .map(
            timer ->
                redis
                    .repeated(() -> redis.commands().get(shard.talk(name)))
                    .compose(
                        talk ->
                            talk == null
                                ? redis
                                    .repeated(
                                        () ->
                                            redis.commands().zrem(shard.timers(), Bytes.of(member)))
                                    .map(none)
                                : Future.succeededFuture(
                                    conversation(name, talk)
                                        .map(who -> found(new Due(who, timer, due)))
                                        .orElse(another))))
        .orElse(Future.succeededFuture(another));
  }

  private static Found found(Due timer) {
    return new Found(List.of(timer), 0, timer.at());
  }

  /// why: those that stay are tried again every few seconds, however many they are.
  private void warn(RuntimeException e) {
    long now = System.nanoTime();
    long before = warned.get();
    if (now - before > SELDOM_NANOS && warned.compareAndSet(before, now)) {
      LOG.warn("a timer's conversation cannot be read: {}", e.toString());
    }
  }

  /// Empty for one that this program cannot read, whatever the cause: it holds up no other.
  private Optional<ConversationId> conversation(String name, byte[] talk) {
    try {
      return TalkRecord.known(talk)
          ? Optional.of(seal.conversation(name, TalkRecord.parse(talk)))
          : Optional.empty();
    } catch (RuntimeException e) {
      warn(e);
      return Optional.empty();
    }
  }

  /// Empty for one that only a newer program sets; it stays for that.
  private static Optional<TimerName> known(String name) {
    return Arrays.stream(TimerName.values()).filter(timer -> timer.name().equals(name)).findFirst();
  }
}
