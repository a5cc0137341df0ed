package id.kentongan.bot.bench;

import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.redis.EmbeddedRedis;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The stores under the gateway: given ones by their addresses, otherwise its own embedded ones.
/// The given ones should be empty and are left full. `fsync`: the `appendfsync` of Redis that are
/// measured one after another; none for what is set.
public record Stores(Optional<String> redis, Optional<String> database, List<String> fsync) {
  /// What the gateway is told, by the environment's names.
  Map<String, String> settings(Path data) {
    var settings = new HashMap<String, String>();
    settings.put("KENTONGAN_DATA_DIR", data.toString());
    redis.ifPresent(uri -> settings.put("KENTONGAN_REDIS_URI", uri));
    database.ifPresent(url -> settings.put("KENTONGAN_DATABASE_URL", url));
    if (redis.isPresent() || database.isPresent()) {
      Path key = data.resolve("bench.key");
      MasterKey.loadOrCreate(key, new SecureRandom());
      settings.put("KENTONGAN_PRIVACY_KEY_FILE", key.toString());
    }
    return settings;
  }

  /// How long a gateway may take until it is ready, after its first start.
  Duration readyWithin() {
    boolean alone = redis.isPresent() && database.isPresent();
    return alone ? Duration.ofMillis(1_500) : Duration.ofSeconds(6);
  }

  /// Where Redis is while the gateway runs.
  String redisUri(Path data) {
    return redis.orElseGet(() -> EmbeddedRedis.running(data).orElseThrow());
  }

  String described(RedisGauge gauge) {
    return "Redis %s %s; PostgreSQL %s"
        .formatted(
            gauge.version(),
            redis.isPresent() ? "given" : "embedded",
            database.isPresent() ? "given (its CPU is not counted)" : "embedded");
  }
}
