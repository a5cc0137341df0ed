package id.kentongan.bot.chaos;

import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.DatabaseUrl;
import id.kentongan.integrations.postgres.EmbeddedPostgres;
import id.kentongan.integrations.redis.EmbeddedRedis;
import java.nio.file.Path;
import java.util.function.Predicate;

/// A Redis and a PostgreSQL of our own, as in service; a killed one is started again.
public final class ChaosStores implements AutoCloseable {
  private final Disk disk;
  private final EmbeddedRedis redis;
  private final EmbeddedPostgres postgres;

  public ChaosStores(Path folder) {
    this(Disk.plain(folder));
  }

  ChaosStores(Disk disk) {
    this.disk = disk;
    this.redis = EmbeddedRedis.start(disk.folder(), true);
    this.postgres = EmbeddedPostgres.start(disk.folder(), true);
  }

  /// What all is written to.
  Disk disk() {
    return disk;
  }

  public String redisUri() {
    return redis.uri();
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

  /// SIGKILL.
  void kill(boolean theRedis) {
    String uri = redis.uri();
    String port = uri.substring(uri.lastIndexOf(':'));
    String mark = theRedis ? port : "-D " + postgres.folder();
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
    redis.close();
    postgres.close();
    disk.close();
  }
}
