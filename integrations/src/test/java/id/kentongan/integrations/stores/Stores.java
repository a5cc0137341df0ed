package id.kentongan.integrations.stores;

import id.kentongan.integrations.postgres.EmbeddedPostgres;
import id.kentongan.integrations.redis.EmbeddedCluster;
import id.kentongan.integrations.redis.EmbeddedRedis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// Real stores for tests: one Redis and one PostgreSQL for each test JVM, started when first asked
/// for, stopped and removed at its end. They do not wait for the disk.
public final class Stores {
  private static final Path FOLDER = folder();
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final Queue<AutoCloseable> STARTED = new ConcurrentLinkedQueue<>();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(Stores::stop));
  }

  private Stores() {}

  /// The JVM's Redis, shared by all its tests: use keys of your own.
  public static String redisUri() {
    return SharedRedis.REDIS.uri();
  }

  /// The URI of a Redis of the caller's own, empty.
  public static String newRedis() {
    return started(EmbeddedRedis.start(FOLDER.resolve("redis" + COUNT.incrementAndGet()), false))
        .uri();
  }

  /// A cluster of the caller's own, which no member leaves by being slow.
  public static EmbeddedCluster newCluster(int replicas) {
    var form = new EmbeddedCluster.Form(3, replicas, false, Duration.ofSeconds(60));
    Path folder = FOLDER.resolve("cluster" + COUNT.incrementAndGet());
    return started(EmbeddedCluster.start(folder, form));
  }

  /// The URL, with user and password, of an empty database of the caller's own.
  public static String newDatabase() {
    return newDatabase("");
  }

  /// A copy of a database that nobody is connected to, by its URL.
  public static String copyOf(String url) {
    String path = URI.create(url.substring("jdbc:".length())).getPath();
    return newDatabase(" template " + path.substring(1));
  }

  private static String newDatabase(String made) {
    EmbeddedPostgres postgres = SharedPostgres.POSTGRES;
    String name = "test" + COUNT.incrementAndGet();
    try (var connection =
            DriverManager.getConnection(
                postgres.jdbcUrl("postgres"), postgres.user(), postgres.password());
        var statement = connection.createStatement()) {
      statement.execute("create database " + name + made);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return postgres.jdbcUrl(name) + "?user=" + postgres.user() + "&password=" + postgres.password();
  }

  private static <S extends AutoCloseable> S started(S store) {
    STARTED.add(store);
    return store;
  }

  private static void stop() {
    try {
      for (AutoCloseable store : STARTED) {
        store.close();
      }
      Programs.remove(FOLDER);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("kentongan-stores");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class SharedRedis {
    static final EmbeddedRedis REDIS = started(EmbeddedRedis.start(FOLDER, false));
  }

  private static final class SharedPostgres {
    static final EmbeddedPostgres POSTGRES = started(EmbeddedPostgres.start(FOLDER, false));
  }
}
