package id.kentongan.integrations.redis;

import id.kentongan.integrations.stores.Ready;
import io.lettuce.core.MigrateArgs;
import io.lettuce.core.Range;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.cluster.models.partitions.ClusterPartitionParser;
import io.lettuce.core.cluster.models.partitions.RedisClusterNode;
import io.lettuce.core.cluster.models.partitions.RedisClusterNode.NodeFlag;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What one member of a cluster of our own is told and asked. Blocks.
///
/// Source: https://redis.io/docs/latest/commands/?group=cluster
record ClusterMember(RedisCommands<String, String> redis) {
  private static final String HOST = "127.0.0.1";
  private static final int TOGETHER = 100;
  private static final long MIGRATE_MILLIS = 5_000;

  String name() {
    return redis.clusterMyId();
  }

  String pid() {
    return told("server", "process_id:").orElseThrow();
  }

  /// Zero where there is none.
  long figure(String section, String name) {
    return told(section, name).map(told -> Long.parseLong(told.split("[,:]", 2)[0])).orElse(0L);
  }

  int fill(Shard shard, int count, int bytes) {
    String value = "x".repeat(bytes);
    for (int from = 0; from < count; from += TOGETHER) {
      int to = Math.min(count, from + TOGETHER);
      redis.mset(
          IntStream.range(from, to)
              .mapToObj(i -> shard.talk("filler-of-a-measurement-" + i))
              .collect(Collectors.toMap(key -> key, key -> value)));
    }
    return count;
  }

  private Optional<String> told(String section, String name) {
    return redis
        .info(section)
        .lines()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(name.length()))
        .findFirst();
  }

  /// The port on which members talk to each other.
  int bus() {
    return Integer.parseInt(redis.configGet("cluster-port").getOrDefault("cluster-port", "0"));
  }

  String epoch(int number) {
    return redis.clusterSetConfigEpoch(number);
  }

  @SuppressWarnings("unchecked")
  String takes(Slots.Range slots) {
    return redis.clusterAddSlotsRange(Range.create(slots.first(), slots.last()));
  }

  String meets(int port, int bus) {
    var args = new CommandArgs<>(StringCodec.UTF8).add("MEET").add(HOST).add(port).add(bus);
    return redis.dispatch(CommandType.CLUSTER, new StatusOutput<>(StringCodec.UTF8), args);
  }

  /// Again until it knows its master.
  String follows(String master) {
    Ready.await("a master", () -> knows(master));
    return redis.clusterReplicate(master);
  }

  boolean isMaster() {
    return nodes().stream().anyMatch(n -> n.is(NodeFlag.MYSELF) && n.is(NodeFlag.UPSTREAM));
  }

  boolean isReplicaOf(String master) {
    return nodes().stream().anyMatch(n -> n.is(NodeFlag.MYSELF) && master.equals(n.getSlaveOf()));
  }

  /// why the last: without its master, which may be dead, and without the votes of others, who
  /// refuse a second one within two patiences.
  String takesOver() {
    return redis.clusterFailover(false, true);
  }

  /// Whom it believes to have a slot, by name.
  Optional<String> ownerOf(int slot) {
    return nodes().stream().filter(n -> n.hasSlot(slot)).map(n -> n.getNodeId()).findFirst();
  }

  boolean owns(int slot) {
    return ownerOf(slot).filter(redis.clusterMyId()::equals).isPresent();
  }

  /// Whether it sees so many, all well, and has all of its master's data if it is a replica.
  boolean well(int members) {
    List<RedisClusterNode> nodes = nodes();
    boolean all =
        nodes.size() == members
            && nodes.stream()
                .noneMatch(
                    n ->
                        n.is(NodeFlag.FAIL)
                            || n.is(NodeFlag.EVENTUAL_FAIL)
                            || n.is(NodeFlag.HANDSHAKE));
    String replication = redis.info("replication");
    return all
        && redis.clusterInfo().contains("cluster_state:ok")
        && (replication.contains("role:master") || replication.contains("master_link_status:up"));
  }

  String importing(int slot, String from) {
    return redis.clusterSetSlotImporting(slot, from);
  }

  String migrating(int slot, String to) {
    return redis.clusterSetSlotMigrating(slot, to);
  }

  String settled(int slot, String owner) {
    return redis.clusterSetSlotNode(slot, owner);
  }

  /// How many keys of a slot it gave to the member at that port.
  int handOver(int slot, int port, String password) {
    int moved = 0;
    for (List<String> keys = some(slot); !keys.isEmpty(); keys = some(slot)) {
      var args = MigrateArgs.Builder.<String>keys(keys).auth(password);
      redis.migrate(HOST, port, 0, MIGRATE_MILLIS, args);
      moved += keys.size();
    }
    return moved;
  }

  private List<String> some(int slot) {
    return redis.clusterGetKeysInSlot(slot, TOGETHER);
  }

  private boolean knows(String other) {
    try {
      return nodes().stream().anyMatch(n -> n.getNodeId().equals(other));
    } catch (RedisCommandExecutionException e) {
      return false;
    }
  }

  private List<RedisClusterNode> nodes() {
    return ClusterPartitionParser.parse(redis.clusterNodes()).getPartitions();
  }
}
