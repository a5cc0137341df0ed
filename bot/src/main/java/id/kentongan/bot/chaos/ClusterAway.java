package id.kentongan.bot.chaos;

import id.kentongan.integrations.redis.EmbeddedCluster;
import java.time.Duration;

/// Every member of the cluster is killed and stays away for a long while: promise 4.
record ClusterAway(Duration lasts) implements Fault {
  @Override
  public String kind() {
    return "all of the cluster away for " + lasts.toSeconds() + " s";
  }

  @Override
  public boolean endsReadiness() {
    return true;
  }

  @Override
  public void begin(World world) {
    world.stores().cluster().ifPresent(EmbeddedCluster::killAll);
  }

  @Override
  public void end(World world) {
    world.stores().cluster().ifPresent(EmbeddedCluster::reviveAll);
  }
}
