package id.kentongan.integrations.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import id.kentongan.integrations.Unreachable;
import id.kentongan.integrations.crypto.MasterKey;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jspecify.annotations.Nullable;

/// The connection to PostgreSQL: a small pool, each connection asked by a thread, answered on the
/// caller's context.
public final class Database implements AutoCloseable {
  static final int CONNECTIONS = 16;

  /// The oldest that its makers still mend.
  private static final int OLDEST = 15;

  private static final long PATIENCE_MILLIS = 10_000;
  private static final ZoneId NOWHERE = ZoneId.of("UTC");

  private final HikariDataSource pool;
  private final Jdbi jdbi;
  private final DatabaseTrouble trouble;
  // why not virtual threads: as many threads as connections can have work, and one that waits in
  // its own read costs half the processor time of one that is parked, polled for and carried on.
  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          CONNECTIONS, Thread.ofPlatform().daemon().name("postgres-", 0).factory());

  private Database(HikariDataSource pool, DatabaseUrl url) {
    this.pool = pool;
    this.trouble = new DatabaseTrouble(url, System::nanoTime);
    this.jdbi = Jdbi.create(pool);
    // why: by default a failed statement's message holds its parameters, and those are personal.
    jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
  }

  /// Connects, brings the tables up to date (one node at a time, by an advisory lock), and refuses
  /// a master key that the records were not written under. Statements count days, months and years
  /// by `zone`, the office's. Blocks.
  public static Database start(DatabaseUrl url, MasterKey key, ZoneId zone) {
    var database = new Database(pool(url, zone), url);
    try {
      database.mustBeNewEnough(url);
      Schema.migrate(database.pool);
      database.claim(key);
      return database;
    } catch (RuntimeException e) {
      database.close();
      throw DatabaseTrouble.told(e, url).<RuntimeException>map(Unreachable::new).orElse(e);
    }
  }

  /// For what asks the database for no day: those are of UTC.
  public static Database start(DatabaseUrl url, MasterKey key) {
    return start(url, key, NOWHERE);
  }

  private static HikariDataSource pool(DatabaseUrl url, ZoneId zone) {
    var config = new HikariConfig();
    config.setPoolName("postgres");
    config.setJdbcUrl(url.jdbc());
    config.setUsername(url.user());
    config.setPassword(url.password());
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(PATIENCE_MILLIS);
    // why: otherwise a session has the zone of the machine that asks, and a village's year would
    // begin at seven in the morning where that is UTC.
    config.setConnectionInitSql("set time zone '" + zone.getId() + "'");
    config.addDataSourceProperty("ApplicationName", "kentongan");
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    // why: the server's details quote the row that failed.
    config.addDataSourceProperty("logServerErrorDetail", "false");
    config.addDataSourceProperty("socketTimeout", "60");
    // why: whoever takes the connection and says nothing would hold a start for that minute.
    config.addDataSourceProperty("loginTimeout", String.valueOf(PATIENCE_MILLIS / 1000));
    config.addDataSourceProperty("tcpKeepAlive", "true");
    try {
      return new HikariDataSource(config);
    } catch (PoolInitializationException e) {
      throw DatabaseTrouble.refused(e, url);
    }
  }

  private void mustBeNewEnough(DatabaseUrl url) {
    String version =
        jdbi.withHandle(
            handle -> handle.createQuery("show server_version").mapTo(String.class).one());
    int major = Integer.parseInt(version.replaceFirst("\\D.*", ""));
    if (major < OLDEST) {
      throw new Unreachable(
          "database.url: %s is PostgreSQL %s; it must be %d or newer"
              .formatted(url, version, OLDEST));
    }
  }

  private void claim(MasterKey key) {
    String fingerprint =
        jdbi.inTransaction(
            handle -> {
              handle.execute(
                  "insert into meta values ('key', ?) on conflict do nothing", key.fingerprint());
              return handle
                  .createQuery("select value from meta where name = 'key'")
                  .mapTo(String.class)
                  .one();
            });
    key.mustMatch(fingerprint);
  }

  /// Work in one transaction.
  @FunctionalInterface
  public interface Work<T> {
    T in(Handle handle);
  }

  /// Runs `work` in a transaction on another thread; fails when the database is lost.
  public <T> Future<T> transact(Work<T> work) {
    return run(() -> jdbi.inTransaction(work::in));
  }

  /// Runs `work` of one statement, which is a transaction of its own: one round trip.
  public <T> Future<T> alone(Work<T> work) {
    return run(() -> jdbi.withHandle(work::in));
  }

  private <T> Future<T> run(Supplier<T> work) {
    Promise<T> promise = Promise.promise();
    Context context = Vertx.currentContext();
    Runnable run =
        () -> {
          try {
            T result = work.get();
            trouble.went();
            settle(context, () -> promise.complete(result));
          } catch (RuntimeException | Error e) {
            trouble.failed(e);
            settle(context, () -> promise.fail(e));
          }
        };
    try {
      threads.execute(run);
    } catch (RejectedExecutionException e) {
      return Future.failedFuture(e);
    }
    return promise.future();
  }

  /// Whether it was the connection that failed, so that other work would fail now too: none could
  /// be had, it broke (class 08) or the server ended it (57P).
  static boolean isLost(Throwable failure) {
    return failure instanceof ConnectionException
        || (failure.getCause() instanceof SQLException broken
            && broken.getSQLState() != null
            && (broken.getSQLState().startsWith("08") || broken.getSQLState().startsWith("57P")));
  }

  /// On the context, or at once where there is none.
  static void settle(@Nullable Context context, Runnable completion) {
    if (context == null) {
      completion.run();
    } else {
      context.runOnContext(nothing -> completion.run());
    }
  }

  /// A connection outside the pool for its caller alone, who closes it.
  public Connection own() throws SQLException {
    var properties = new Properties();
    Optional.ofNullable(pool.getUsername()).ifPresent(user -> properties.put("user", user));
    Optional.ofNullable(pool.getPassword()).ifPresent(word -> properties.put("password", word));
    properties.put("ApplicationName", "kentongan");
    properties.put("tcpKeepAlive", "true");
    return DriverManager.getConnection(pool.getJdbcUrl(), properties);
  }

  /// Why it does not answer, or what it refused within the last 20 seconds: the setting, what is
  /// wrong with it, what to do.
  public Optional<String> trouble() {
    return trouble.now();
  }

  /// Whether the database answers now. Blocks for a second at most.
  public boolean answers() {
    try (var connection = pool.getConnection()) {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false;
    }
  }

  /// Lets work in hand finish, then disconnects.
  @Override
  public void close() {
    threads.close();
    pool.close();
  }
}
