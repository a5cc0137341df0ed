package id.kentongan.bot.commands;

import id.kentongan.bot.Base;
import id.kentongan.bot.Refused;
import id.kentongan.bot.settings.Settings;
import id.kentongan.integrations.DeadLetters;
import id.kentongan.integrations.redis.EmbeddedRedis;
import id.kentongan.integrations.redis.RedisDeadLetters;
import id.kentongan.integrations.redis.RedisFunctions;
import id.kentongan.integrations.redis.RedisSettings;
import io.lettuce.core.RedisException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.function.Function;

/// One look at the dead letters from the command line. The embedded Redis runs with the gateway.
final class DeadLetterCall {
  private DeadLetterCall() {}

  static <T> T ask(Function<DeadLetters, Future<T>> question) {
    Settings settings = Home.settings();
    RedisSettings address = address(settings);
    Vertx vertx = Vertx.vertx();
    try (var redis = RedisFunctions.open(vertx, address).await()) {
      return question.apply(new RedisDeadLetters(redis, Base.key(settings))).await();
    } catch (RedisException e) {
      throw new Refused("Redis cannot be reached: " + e.getMessage());
    } finally {
      vertx.close().await();
    }
  }

  /// The Redis of the settings, else the gateway's own while it runs.
  static RedisSettings address(Settings settings) {
    return settings
        .stores()
        .redis()
        .map(Base::redis)
        .or(() -> EmbeddedRedis.running(settings.dataDir()).map(RedisSettings::of))
        .orElseThrow(
            () -> new Refused("The gateway's own Redis does not run: ./kentongan run first."));
  }
}
