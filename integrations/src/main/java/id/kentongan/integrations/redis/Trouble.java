package id.kentongan.integrations.redis;

import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.RedisLoadingException;
import io.lettuce.core.cluster.PartitionException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;

/// What a failed call tells.
///
/// Source: https://redis.io/docs/latest/operate/oss_and_stack/reference/cluster-spec/
final class Trouble {
  private static final List<String> PASSING =
      List.of(
          "TRYAGAIN",
          "LOADING",
          "CLUSTERDOWN",
          "READONLY",
          "MASTERDOWN",
          "NOREPLICAS",
          "MOVED",
          "ASK",
          "BUSY");

  private Trouble() {}

  /// Whether the library is not there.
  static boolean missing(Throwable e) {
    return told(e).contains("Function not found");
  }

  /// Whether the same call may do better in a moment.
  static boolean passes(Throwable e) {
    Throwable cause = cause(e);
    String told = told(e);
    return cause instanceof RedisLoadingException
        || cause instanceof RedisConnectionException
        || cause instanceof PartitionException
        || told.contains("not connected")
        || told.contains("Connection closed")
        || PASSING.stream().anyMatch(told::startsWith);
  }

  /// Whether it was only not answered in time.
  static boolean slow(Throwable e) {
    Throwable inner = e.getCause();
    return e instanceof RedisCommandTimeoutException || (inner != null && slow(inner));
  }

  static String told(Throwable e) {
    return Objects.requireNonNullElse(cause(e).getMessage(), "");
  }

  /// Without what stages wrapped around it.
  private static Throwable cause(Throwable e) {
    Throwable inner = e.getCause();
    return e instanceof CompletionException && inner != null ? cause(inner) : e;
  }
}
