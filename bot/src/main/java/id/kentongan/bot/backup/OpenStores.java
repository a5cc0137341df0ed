package id.kentongan.bot.backup;

import id.kentongan.bot.Base;
import id.kentongan.bot.Lifetime;
import id.kentongan.bot.settings.Settings;
import id.kentongan.integrations.postgres.DatabaseUrl;
import id.kentongan.integrations.postgres.EmbeddedPostgres;
import id.kentongan.integrations.redis.EmbeddedRedis;
import id.kentongan.integrations.redis.RedisFunctions;
import id.kentongan.integrations.redis.RedisSettings;
import io.vertx.core.Vertx;
import java.util.function.Supplier;

/// Both stores for a command: those of the settings, else the gateway's own, which are started for
/// as long as the command takes when no gateway runs them.
final class OpenStores implements AutoCloseable {
  private final Lifetime lifetime = new Lifetime();
  private final DatabaseUrl database;
  private final RedisFunctions redis;

  OpenStores(Settings settings) {
    try {
      this.database = database(settings);
      Vertx vertx = Vertx.vertx();
      lifetime.add(() -> vertx.close().await());
      this.redis = lifetime.add(RedisFunctions.open(vertx, address(settings)).await());
    } catch (RuntimeException e) {
      lifetime.close();
      throw e;
    }
  }

  DatabaseUrl database() {
    return database;
  }

  RedisFunctions redis() {
    return redis;
  }

  private DatabaseUrl database(Settings settings) {
    Supplier<DatabaseUrl> started =
        () -> {
          var own = lifetime.add(EmbeddedPostgres.start(settings.dataDir(), true));
          return new DatabaseUrl(own.jdbcUrl("postgres"), own.user(), own.password());
        };
    return settings
        .stores()
        .database()
        .map(Base::database)
        .or(() -> EmbeddedPostgres.running(settings.dataDir()))
        .orElseGet(started);
  }

  private RedisSettings address(Settings settings) {
    Supplier<String> started =
        () -> lifetime.add(EmbeddedRedis.start(settings.dataDir(), true)).uri();
    return settings
        .stores()
        .redis()
        .map(Base::redis)
        .orElseGet(
            () -> RedisSettings.of(EmbeddedRedis.running(settings.dataDir()).orElseGet(started)));
  }

  @Override
  public void close() {
    lifetime.close();
  }
}
