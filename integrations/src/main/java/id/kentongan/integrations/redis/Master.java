package id.kentongan.integrations.redis;

import io.lettuce.core.RedisException;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.cluster.SlotHash;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.cluster.models.partitions.RedisClusterNode;
import io.lettuce.core.cluster.models.partitions.RedisClusterNode.NodeFlag;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// One connection to a master, because WAIT speaks of the writes of its own connection only.
/// `replicas`: the most that can be waited for.
record Master(RedisAsyncCommands<String, byte[]> commands, int replicas) {
  private static final long WAIT_MILLIS = 1_000;

  /// Of the slot that a key lies in, as the cluster is known now.
  static CompletionStage<Master> of(
      StatefulRedisClusterConnection<String, byte[]> cluster, String key) {
    var partitions = cluster.getPartitions();
    RedisClusterNode node = partitions.getPartitionBySlot(SlotHash.getSlot(key));
    if (node == null) {
      return CompletableFuture.failedFuture(new RedisException("CLUSTERDOWN no master for a slot"));
    }
    long replicas =
        partitions.stream()
            .filter(other -> other.is(NodeFlag.REPLICA))
            .filter(other -> node.getNodeId().equals(other.getSlaveOf()))
            .count();
    return cluster
        .getConnectionAsync(node.getNodeId())
        .thenApply(connection -> new Master(connection.async(), (int) replicas));
  }

  /// How many replicas have all that was written by this connection; fails when too few do.
  CompletionStage<Long> replicated(int wanted) {
    int needed = Math.min(wanted, replicas);
    if (needed == 0) {
      return CompletableFuture.completedFuture(0L);
    }
    return commands
        .waitForReplication(needed, WAIT_MILLIS)
        .thenApply(
            reached -> {
              if (reached < needed) {
                throw new RedisException("only " + reached + " replicas have the commit");
              }
              return reached;
            });
  }
}
