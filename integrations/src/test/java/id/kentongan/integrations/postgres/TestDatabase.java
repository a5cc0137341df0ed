package id.kentongan.integrations.postgres;

import id.kentongan.integrations.contract.Branch;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.postgres.members.PostgresRegistry;
import id.kentongan.integrations.postgres.records.PostgresRecords;
import id.kentongan.integrations.stores.Stores;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// An empty database of the test's own, with its tables.
public record TestDatabase(String url, Database database) implements AutoCloseable {
  public static final MasterKey KEY = MasterKey.of(new byte[32]);

  public static TestDatabase start() {
    String url = Stores.copyOf(Made.URL);
    return new TestDatabase(url, open(url));
  }

  private static Database open(String url) {
    return Database.start(DatabaseUrl.parse(url, null, null), KEY, Branch.ZONE);
  }

  /// why: a copy is made much sooner than all tables anew.
  private static final class Made {
    static final String URL = Stores.newDatabase();

    static {
      open(URL).close();
    }
  }

  /// Its records with the gateway's own registry, in the branch of the tests.
  public PostgresRecords records(InstantSource clock) {
    var registry = new PostgresRegistry(database, KEY);
    return new PostgresRecords(database, KEY, registry, clock, Branch.OFFICES, Branch.ZONE);
  }

  public long count(String sql) {
    return await(database.transact(handle -> handle.createQuery(sql).mapTo(Long.class).one()));
  }

  public List<String> texts(String sql) {
    return await(database.transact(handle -> handle.createQuery(sql).mapTo(String.class).list()));
  }

  public static <T extends @Nullable Object> T await(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    database.close();
  }
}
