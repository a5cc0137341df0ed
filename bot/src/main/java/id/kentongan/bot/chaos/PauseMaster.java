package id.kentongan.bot.chaos;

import id.kentongan.integrations.redis.EmbeddedCluster;
import java.time.Duration;

/// SIGSTOP of the master of a shard for so long that its replica takes its place, and SIGCONT: it
/// still believes that it is the master, as one behind a broken line does.
record PauseMaster(String shard, Duration lasts) implements Fault {
  @Override
  public String kind() {
    return "master of the cluster paused";
  }

  @Override
  public void begin(World world) {
    world.stores().wholeCluster().ifPresent(cluster -> cluster.pause(cluster.master(shard)));
  }

  @Override
  public void end(World world) {
    world.stores().cluster().ifPresent(EmbeddedCluster::resume);
  }
}
