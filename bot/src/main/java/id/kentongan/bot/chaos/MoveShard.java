package id.kentongan.bot.chaos;

import id.kentongan.integrations.redis.EmbeddedCluster;
import id.kentongan.integrations.redis.Shard;
import java.time.Duration;

/// A shard's slot moves to another master, key by key.
record MoveShard(String shard) implements Fault {
  @Override
  public String kind() {
    return "slot moved";
  }

  /// why: what was asked meanwhile comes back a moment later.
  @Override
  public Duration lasts() {
    return Duration.ofSeconds(2);
  }

  @Override
  public void begin(World world) {
    world.stores().wholeCluster().ifPresent(cluster -> cluster.move(shard, other(cluster)));
  }

  private int other(EmbeddedCluster cluster) {
    int here = cluster.master(shard);
    return Shard.names().stream()
        .map(cluster::master)
        .filter(master -> master != here)
        .findFirst()
        .orElse(here);
  }
}
