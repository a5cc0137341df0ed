package id.kentongan.bot;

import id.kentongan.integrations.redis.RedisClock;
import id.kentongan.integrations.redis.RedisFunctions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;

/// By which clock a program goes: Redis's, which all nodes share, or one that is played to it.
/// `machine` is the machine's own, by which nothing is dated.
record Time(InstantSource clock, InstantSource machine, boolean played) {
  /// Where a program's clock comes from, once Redis is reached.
  interface Source {
    Future<Time> open(Vertx vertx, RedisFunctions redis, Lifetime lifetime);
  }

  static Source shared(InstantSource machine) {
    return (vertx, redis, lifetime) ->
        RedisClock.open(vertx, redis).map(clock -> new Time(lifetime.add(clock), machine, false));
  }

  static Source played(InstantSource clock) {
    return (vertx, redis, lifetime) ->
        Future.succeededFuture(new Time(clock, InstantSource.system(), true));
  }

  /// How far a played clock is ahead of the machine's, by which Redis goes.
  Duration ahead() {
    return played
        ? Duration.ofMillis(Duration.between(machine.instant(), clock.instant()).toMillis())
        : Duration.ZERO;
  }
}
