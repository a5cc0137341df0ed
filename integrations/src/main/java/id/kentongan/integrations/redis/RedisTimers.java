package id.kentongan.integrations.redis;

import id.kentongan.dialogs.stored.TalkJson;
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

/// Timers in Redis: a sorted set a shard, set and taken away by commits.
public final class RedisTimers implements DueTimers {
  private static final Found NONE = new Found(List.of(), 0);
  private static final Found ANOTHER = new Found(List.of(), 1);

  private final RedisFunctions redis;
  private final TalkSeal seal;

  public RedisTimers(RedisFunctions redis, MasterKey master, TalkJson json) {
    this.redis = redis;
    this.seal = new TalkSeal(master, json);
  }

  @Override
  public Future<Found> due(Lease lease, Duration ahead, int most) {
    Shard shard = new Shard(lease.name());
    return redis
        .call(
            "due",
            List.of(shard.timers(), shard.lease()),
            Bytes.of(lease.fence()),
            Bytes.of(ahead.toMillis()),
            Bytes.of(most))
        .compose(result -> named(shard, Bytes.list(result)));
  }

  private Future<Found> named(Shard shard, List<Object> result) {
    var timers = new ArrayList<Future<Found>>();
    for (int i = 0; i < result.size(); i += 2) {
      long due = (long) Double.parseDouble(Bytes.text(result.get(i + 1)));
      timers.add(named(shard, Bytes.text(result.get(i)), Instant.ofEpochMilli(due)));
    }
    return Future.all(timers)
        .map(
            done ->
                new Found(
                    timers.stream().flatMap(timer -> timer.result().timers().stream()).toList(),
                    timers.stream().mapToInt(timer -> timer.result().others()).sum()));
  }

  private Future<Found> named(Shard shard, String member, Instant due) {
    int colon = member.indexOf(':');
    String name = member.substring(0, colon);
    Optional<TimerName> known = known(member.substring(colon + 1));
    if (known.isEmpty()) {
      return Future.succeededFuture(ANOTHER);
    }
    TimerName timer = known.get();
    return redis
        .repeated(() -> redis.commands().get(shard.talk(name)))
        .compose(
            bytes -> {
              if (bytes == null) {
                return redis
                    .repeated(() -> redis.commands().zrem(shard.timers(), Bytes.of(member)))
                    .map(NONE);
              }
              if (!TalkRecord.known(bytes)) {
                return Future.succeededFuture(ANOTHER);
              }
              var conversation = seal.conversation(name, TalkRecord.parse(bytes));
              return Future.succeededFuture(
                  new Found(List.of(new Due(conversation, timer, due)), 0));
            });
  }

  /// Empty for one that only a newer program sets; it stays for that.
  private static Optional<TimerName> known(String name) {
    return Arrays.stream(TimerName.values()).filter(timer -> timer.name().equals(name)).findFirst();
  }
}
