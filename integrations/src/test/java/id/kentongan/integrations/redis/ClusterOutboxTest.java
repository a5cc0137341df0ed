package id.kentongan.integrations.redis;

final class ClusterOutboxTest extends RedisOutboxContract {
  ClusterOutboxTest() {
    super(TestCluster.settings(TestCluster.shared(), 0));
  }
}
