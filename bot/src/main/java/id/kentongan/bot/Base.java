package id.kentongan.bot;

import id.kentongan.bot.settings.Secret;
import id.kentongan.bot.settings.Settings;
import id.kentongan.dialogs.content.Content;
import id.kentongan.dialogs.content.Tariffs;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.DatabaseUrl;
import id.kentongan.integrations.redis.RedisFunctions;
import id.kentongan.integrations.redis.RedisSettings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// What every room stands on; `said` gives the content as it is now.
public record Base(
    Vertx vertx,
    Time time,
    Supplier<Content> said,
    MasterKey key,
    RedisFunctions redis,
    Database database) {
  /// How long a call to Redis is repeated, within the time that a webhook has.
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  public InstantSource clock() {
    return time.clock();
  }

  /// Who keeps it past a moment asks again: officers publish another.
  public Content content() {
    return said.get();
  }

  /// The tariffs as they are whenever they are asked for.
  Supplier<Tariffs> tariffs() {
    return () -> content().tariffs();
  }

  Base with(Supplier<Content> other) {
    return new Base(vertx, time, other, key, redis, database);
  }

  /// The master key that the operator gave; for stores of our own one made at their first start.
  public static MasterKey key(Settings settings) {
    Path own = folder(settings.dataDir()).resolve("master.key");
    boolean first = !Files.exists(settings.dataDir().resolve("redis"));
    return settings
        .keyFile()
        .map(MasterKey::load)
        .orElseGet(
            () -> first ? MasterKey.loadOrCreate(own, new SecureRandom()) : MasterKey.load(own));
  }

  /// Where the master key is.
  public static Path keyFile(Settings settings) {
    return settings.keyFile().orElse(settings.dataDir().resolve("master.key"));
  }

  private static Path folder(Path data) {
    try {
      return Files.createDirectories(data);
    } catch (IOException e) {
      throw new Refused("data-dir: the folder " + data + " cannot be made or written");
    }
  }

  /// Connects to both stores side by side.
  static Base open(
      Vertx vertx,
      Time.Source time,
      Content content,
      MasterKey key,
      Stores stores,
      Lifetime lifetime) {
    Future<RedisFunctions> redis = RedisFunctions.open(vertx, redis(stores.redis()));
    try {
      Database database =
          lifetime.add(Database.start(database(stores.database()), key, content.rules().zone()));
      RedisFunctions functions = lifetime.add(redis.await());
      Time begun = time.open(vertx, functions, lifetime).await();
      return new Base(vertx, begun, () -> content, key, functions, database);
    } catch (RuntimeException e) {
      Optional.ofNullable(redis.otherwiseEmpty().await()).ifPresent(lifetime::add);
      throw e;
    }
  }

  /// How to reach the Redis that the operator named.
  public static RedisSettings redis(Settings.Redis redis) {
    String uris = redis.uris().stream().map(Secret::reveal).collect(Collectors.joining(","));
    return new RedisSettings(
        uris, redis.cluster(), redis.waitReplicas(), PATIENCE, redis.trust().orElse(null));
  }

  public static DatabaseUrl database(Settings.Database database) {
    return DatabaseUrl.parse(
        database.url().reveal(),
        database.user().orElse(null),
        database.password().map(Secret::reveal).orElse(null));
  }
}
