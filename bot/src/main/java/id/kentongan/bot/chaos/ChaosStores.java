package id.kentongan.bot.chaos;

import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.DatabaseUrl;
import id.kentongan.integrations.postgres.EmbeddedPostgres;
import id.kentongan.integrations.redis.EmbeddedCluster;
import id.kentongan.integrations.redis.EmbeddedRedis;
import id.kentongan.integrations.redis.RedisSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/// A Redis, or a Redis Cluster, and a PostgreSQL of our own, as in service; a killed one is started
/// again.
public final class ChaosStores implements AutoCloseable {
  private final Disk disk;
  private final Optional<EmbeddedRedis> redis;
  private final Optional<EmbeddedCluster> cluster;
  private final EmbeddedPostgres postgres;

  /// Three masters with a replica each; who is silent for three seconds is replaced.
  private static final EmbeddedCluster.Form FORM =
      new EmbeddedCluster.Form(3, 1, true, Duration.ofSeconds(3));

  public ChaosStores(Path folder) {
    this(Disk.plain(folder), false);
  }

  ChaosStores(Disk disk, boolean clustered) {
    this.disk = disk;
    this.redis =
        clustered ? Optional.empty() : Optional.of(EmbeddedRedis.start(disk.folder(), true));
    this.cluster =
        clustered
            ? Optional.of(EmbeddedCluster.start(disk.folder().resolve("cluster"), FORM))
            : Optional.empty();
    this.postgres = EmbeddedPostgres.start(disk.folder(), true);
  }

  /// What all is written to.
  Disk disk() {
    return disk;
  }

  /// Of all members, with commas between, where it is a cluster.
  public String redisUri() {
    return redis.map(EmbeddedRedis::uri).or(() -> cluster.map(EmbeddedCluster::uri)).orElseThrow();
  }

  Optional<EmbeddedCluster> cluster() {
    return cluster;
  }

  /// The cluster while all of it is well: a second fault in a pair is not what one replica is for.
  Optional<EmbeddedCluster> wholeCluster() {
    return cluster.filter(EmbeddedCluster::whole);
  }

  /// How a reader of ours reaches it.
  RedisSettings redisSettings() {
    return new RedisSettings(redisUri(), cluster.isPresent(), 0, Duration.ofSeconds(4));
  }

  /// With user and password.
  public String databaseUrl() {
    return postgres.jdbcUrl("postgres")
        + "?user="
        + postgres.user()
        + "&password="
        + postgres.password();
  }

  public Database open(MasterKey key) {
    return Database.start(new DatabaseUrl(databaseUrl(), null, null), key);
  }

  /// SIGKILL of the Redis there is one of.
  void killRedis() {
    String uri = redis.orElseThrow().uri();
    kill(uri.substring(uri.lastIndexOf(':')));
  }

  /// SIGKILL.
  void killPostgres() {
    kill("-D " + postgres.folder());
  }

  private static void kill(String mark) {
    Predicate<ProcessHandle> meant =
        p -> p.info().commandLine().map(line -> line.contains(mark)).orElse(false);
    ProcessHandle.current()
        .descendants()
        .filter(meant)
        .filter(
            p -> p.info().command().map(c -> c.matches(".*(redis-server|postgres)")).orElse(false))
        .forEach(ProcessHandle::destroyForcibly);
  }

  @Override
  public void close() {
    redis.ifPresent(EmbeddedRedis::close);
    cluster.ifPresent(EmbeddedCluster::close);
    postgres.close();
    disk.close();
  }
}
