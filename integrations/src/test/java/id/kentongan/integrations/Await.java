package id.kentongan.integrations;

import io.vertx.core.Future;
import java.util.concurrent.TimeUnit;

/// The result of a future, for tests that run outside of event loops.
public final class Await {
  private Await() {}

  /// Waits at most a minute.
  public static <T> T await(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    } catch (java.util.concurrent.ExecutionException e) {
      throw new AssertionError(e.getCause());
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
