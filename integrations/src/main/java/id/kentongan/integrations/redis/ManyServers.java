package id.kentongan.integrations.redis;

import io.lettuce.core.RedisException;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.SlotHash;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.cluster.models.partitions.RedisClusterNode;
import io.lettuce.core.cluster.models.partitions.RedisClusterNode.NodeFlag;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/// A cluster. Commits go by connections of their own, one to each master, because WAIT holds up
/// whatever comes after it on its connection.
final class ManyServers implements Topology {
  /// why: looking asks every member; of many calls that failed at once the first is enough.
  private static final long SELDOM = Duration.ofMillis(200).toNanos();

  private final RedisClusterClient client;
  private final StatefulRedisClusterConnection<String, byte[]> cluster;
  private final Map<String, SharedWait> waits = new ConcurrentHashMap<>();
  private final AtomicLong looked = new AtomicLong(System.nanoTime() - SELDOM);

  ManyServers(RedisClusterClient client, StatefulRedisClusterConnection<String, byte[]> cluster) {
    this.client = client;
    this.cluster = cluster;
  }

  @Override
  public CompletionStage<Master> master(String key) {
    RedisClusterNode node = cluster.getPartitions().getPartitionBySlot(SlotHash.getSlot(key));
    return node == null
        ? CompletableFuture.failedFuture(new RedisException("CLUSTERDOWN no master for a slot"))
        : master(node);
  }

  @Override
  public CompletionStage<Master> at(String address) {
    return nodes()
        .filter(node -> address.equals(node.getUri().getHost() + ':' + node.getUri().getPort()))
        .findFirst()
        .map(this::master)
        .orElseGet(
            () -> CompletableFuture.failedFuture(new RedisException("MOVED to an unknown server")));
  }

  @Override
  public CompletionStage<List<RedisAsyncCommands<String, byte[]>>> masters() {
    var all =
        nodes()
            .filter(node -> node.is(NodeFlag.UPSTREAM) && !node.getSlots().isEmpty())
            .map(node -> master(node).toCompletableFuture())
            .toList();
    return CompletableFuture.allOf(all.toArray(CompletableFuture<?>[]::new))
        .thenApply(
            done -> all.stream().map(CompletableFuture::join).map(Master::commands).toList());
  }

  @Override
  public void outdated() {
    long last = looked.get();
    long now = System.nanoTime();
    if (now - last > SELDOM && looked.compareAndSet(last, now)) {
      client.refreshPartitionsAsync();
    }
  }

  private CompletionStage<Master> master(RedisClusterNode node) {
    int replicas =
        (int)
            nodes()
                .filter(other -> other.is(NodeFlag.REPLICA) && !other.is(NodeFlag.EVENTUAL_FAIL))
                .filter(other -> node.getNodeId().equals(other.getSlaveOf()))
                .count();
    return cluster
        .getConnectionAsync(node.getNodeId())
        .thenApply(
            connection ->
                new Master(
                    connection.async(),
                    replicas,
                    waits.compute(
                        node.getNodeId(),
                        (name, wait) ->
                            wait != null && wait.by(connection.async())
                                ? wait
                                : new SharedWait(connection.async()))));
  }

  private Stream<RedisClusterNode> nodes() {
    return cluster.getPartitions().getPartitions().stream();
  }
}
