package id.kentongan.integrations.redis;

import id.kentongan.integrations.stores.Stores;
import java.time.Duration;

/// Real clusters for tests.
public final class TestCluster {
  private TestCluster() {}

  /// Three masters, one cluster for all tests of the JVM: use keys of your own.
  static EmbeddedCluster shared() {
    return Shared.CLUSTER;
  }

  public static RedisSettings settings(EmbeddedCluster cluster, int waitReplicas) {
    return new RedisSettings(cluster.uri(), true, waitReplicas, Duration.ofSeconds(4));
  }

  private static final class Shared {
    static final EmbeddedCluster CLUSTER = Stores.newCluster(0);
  }
}
