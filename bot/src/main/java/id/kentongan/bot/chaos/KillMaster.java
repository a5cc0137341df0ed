package id.kentongan.bot.chaos;

import id.kentongan.integrations.redis.EmbeddedCluster;
import java.time.Duration;

/// SIGKILL of the master of a shard, for so long that its replica takes its place; then it comes
/// back and follows.
record KillMaster(String shard, Duration lasts) implements Fault {
  @Override
  public String kind() {
    return "master of the cluster killed";
  }

  @Override
  public void begin(World world) {
    world.stores().wholeCluster().ifPresent(cluster -> cluster.kill(cluster.master(shard)));
  }

  @Override
  public void end(World world) {
    world.stores().cluster().ifPresent(EmbeddedCluster::revive);
  }
}
