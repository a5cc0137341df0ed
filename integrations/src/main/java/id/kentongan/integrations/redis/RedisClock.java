package id.kentongan.integrations.redis;

import io.lettuce.core.api.async.RedisAsyncCommands;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletionStage;

/// Redis's clock, asked each second and carried on in between and while Redis is away by the time
/// that passes here: all nodes have one time, and a machine's own clock may be wrong or jump. On a
/// cluster it is that of one shard's master. Safe for any thread.
public final class RedisClock implements InstantSource, AutoCloseable {
  private static final long EVERY_MILLIS = 1_000;
  private static final Shard ASKED = new Shard("k0");

  private final Vertx vertx;
  private final RedisFunctions redis;
  private volatile Carried known;
  private volatile boolean closed;

  private RedisClock(Vertx vertx, RedisFunctions redis, Carried first) {
    this.vertx = vertx;
    this.redis = redis;
    this.known = first;
  }

  /// Asks for the first time.
  public static Future<RedisClock> open(Vertx vertx, RedisFunctions redis) {
    return ask(redis)
        .map(
            told -> {
              var clock = new RedisClock(vertx, redis, Carried.first(told));
              clock.later();
              return clock;
            });
  }

  @Override
  public Instant instant() {
    return Instant.EPOCH.plus(known.at(System.nanoTime()), ChronoUnit.MICROS);
  }

  private void later() {
    vertx.setTimer(EVERY_MILLIS, due -> look());
  }

  private void look() {
    if (!closed) {
      ask(redis).onSuccess(told -> known = known.mended(told)).onComplete(asked -> later());
    }
  }

  private static Future<Carried.Told> ask(RedisFunctions redis) {
    return redis.repeated(
        () -> redis.master(ASKED.lease()).thenCompose(master -> told(master.commands())));
  }

  private static CompletionStage<Carried.Told> told(RedisAsyncCommands<String, byte[]> master) {
    long sent = System.nanoTime();
    return master
        .time()
        .thenApply(time -> new Carried.Told(Bytes.micros(time), sent, System.nanoTime()));
  }

  @Override
  public void close() {
    closed = true;
  }
}
