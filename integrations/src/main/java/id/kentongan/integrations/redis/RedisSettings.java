package id.kentongan.integrations.redis;

import io.lettuce.core.RedisURI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How to reach Redis: one `redis://` or `rediss://` URI, or several with commas of a cluster.
/// `waitReplicas`: how many replicas must have a commit before it is confirmed. `patience`: how
/// long a call is repeated while Redis is away, well within the time a webhook has. `trust`: the
/// certificate (PEM) by which a `rediss://` server proves itself, unless Java trusts it anyway.
public record RedisSettings(
    String uri, boolean cluster, int waitReplicas, Duration patience, @Nullable Path trust) {
  public RedisSettings(String uri, boolean cluster, int waitReplicas, Duration patience) {
    this(uri, cluster, waitReplicas, patience, null);
  }

  /// The addresses one by one.
  public List<RedisURI> members() {
    return Arrays.stream(uri.split(",")).map(one -> RedisURI.create(one.strip())).toList();
  }

  /// why: an address may hold a password.
  @Override
  public String toString() {
    return "RedisSettings[...]";
  }

  public static RedisSettings of(String uri) {
    return new RedisSettings(uri, false, 0, Duration.ofSeconds(4));
  }
}
