package id.kentongan.integrations.stores;

import id.kentongan.integrations.postgres.EmbeddedPostgres;
import id.kentongan.integrations.redis.EmbeddedRedis;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/// A program of its own for tests that kill it: runs both stores in the folder named, prints how to
/// reach them, and stays until it is killed.
final class StoresProgram {
  private StoresProgram() {}

  public static void main(@Nullable String[] args) throws InterruptedException {
    Path data = Path.of(String.valueOf(args[0]));
    EmbeddedRedis redis = EmbeddedRedis.start(data, true);
    EmbeddedPostgres postgres = EmbeddedPostgres.start(data, true);
    System.out.println(redis.uri());
    System.out.println(
        postgres.jdbcUrl("postgres")
            + "?user="
            + postgres.user()
            + "&password="
            + postgres.password());
    new CountDownLatch(1).await();
  }
}
