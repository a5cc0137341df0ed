package id.kentongan.integrations.redis;

import id.kentongan.dialogs.stored.TalkJson;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.TimerName;
import id.kentongan.integrations.Resting;
import id.kentongan.integrations.crypto.MasterKey;
import io.lettuce.core.KeyScanCursor;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanCursor;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lays the states of conversations in which nobody has written for long to rest, so that they take
/// no memory here. A conversation that waits for a timer stays.
public final class RedisIdle {
  private static final Logger LOG = LoggerFactory.getLogger(RedisIdle.class);
  private static final int SCANNED = 500;

  /// why: a million conversations are looked at in half a day of hourly rounds.
  private static final int PAGES = 200;

  /// What is before the events that a conversation remembers.
  private static final int HEAD = 11;

  private final RedisFunctions redis;
  private final TalkSeal seal;
  private final Resting resting;
  private final InstantSource clock;
  private final Duration idle;
  private ScanCursor cursor = ScanCursor.INITIAL;
  private boolean around;

  public RedisIdle(
      RedisFunctions redis,
      MasterKey master,
      TalkJson json,
      Resting resting,
      InstantSource clock,
      Duration idle) {
    this.redis = redis;
    this.seal = new TalkSeal(master, json);
    this.resting = resting;
    this.clock = clock;
    this.idle = idle;
  }

  /// Looks at some, going on where the round before ended; how many were laid to rest.
  public Future<Integer> sweep() {
    return pages(PAGES, clock.instant().minus(idle));
  }

  private Future<Integer> pages(int left, Instant before) {
    var args = ScanArgs.Builder.matches("{k*}:talk:*").limit(SCANNED);
    ScanCursor from = cursor;
    return redis
        .repeated(() -> redis.commands().scan(from, args))
        .compose(page -> page(page, before).map(done -> next(page, done)))
        .compose(
            done ->
                around || left == 1
                    ? Future.succeededFuture(done)
                    : pages(left - 1, before).map(more -> more + done));
  }

  private int next(KeyScanCursor<String> page, int done) {
    around = page.isFinished();
    cursor = around ? ScanCursor.INITIAL : page;
    return done;
  }

  private Future<Integer> page(KeyScanCursor<String> page, Instant before) {
    var heads =
        page.getKeys().stream()
            .map(key -> redis.repeated(() -> redis.commands().getrange(key, 0, HEAD - 1)))
            .toList();
    return Future.join(heads)
        .otherwiseEmpty()
        .compose(
            read -> {
              var old = new ArrayList<String>();
              for (int i = 0; i < heads.size(); i++) {
                if (heads.get(i).succeeded() && TalkRecord.idle(heads.get(i).result(), before)) {
                  old.add(page.getKeys().get(i));
                }
              }
              return one(old, 0, before);
            });
  }

  /// why: one after the other, as people who write now are not to wait for this.
  private Future<Integer> one(List<String> keys, int at, Instant before) {
    return at == keys.size()
        ? Future.succeededFuture(0)
        : lay(keys.get(at), before)
            .otherwise(
                e -> {
                  LOG.warn("a conversation does not rest: {}", e.toString());
                  return 0;
                })
            .compose(done -> one(keys, at + 1, before).map(more -> more + done));
  }

  private Future<Integer> lay(String key, Instant before) {
    return redis
        .repeated(() -> redis.commands().get(key))
        .compose(
            bytes -> {
              if (bytes == null || !TalkRecord.idle(bytes, before)) {
                return Future.succeededFuture(0);
              }
              TalkRecord kept = TalkRecord.parse(bytes);
              return kept.rests() ? Future.succeededFuture(0) : lay(key, kept);
            });
  }

  private Future<Integer> lay(String key, TalkRecord kept) {
    String name = key.substring(key.lastIndexOf(':') + 1);
    ConversationId who = seal.conversation(name, kept);
    var shard = Shard.of(who);
    byte[][] args =
        Stream.concat(
                Stream.of(Bytes.of(kept.version)),
                Stream.of(TimerName.values())
                    .map(timer -> Bytes.of(RedisVault.timer(name, timer.name()))))
            .toArray(byte[][]::new);
    return resting
        .lay(who, Envelope.parted(kept.body))
        .compose(laid -> redis.call("rest", List.of(shard.talk(name), shard.timers()), args))
        .compose(
            done ->
                Bytes.number(done) == 1 ? Future.succeededFuture(1) : resting.forget(who).map(0));
  }
}
