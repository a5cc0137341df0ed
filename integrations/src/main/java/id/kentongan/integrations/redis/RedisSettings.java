package id.kentongan.integrations.redis;

import java.time.Duration;

/// How to reach Redis: one `redis://` or `rediss://` URI, or several with commas of a cluster.
/// `waitReplicas`: how many replicas must have a commit before it is confirmed. `patience`: how
/// long a call is repeated while Redis is away, well within the time a webhook has.
public record RedisSettings(String uri, boolean cluster, int waitReplicas, Duration patience) {
  public static RedisSettings of(String uri) {
    return new RedisSettings(uri, false, 0, Duration.ofSeconds(4));
  }
}
