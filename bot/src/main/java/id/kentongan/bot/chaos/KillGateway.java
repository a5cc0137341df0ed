package id.kentongan.bot.chaos;

import java.time.Duration;

/// SIGKILL of a gateway; it is started again soon after.
record KillGateway(int node) implements Fault {
  @Override
  public String kind() {
    return "gateway killed";
  }

  @Override
  public Duration lasts() {
    return Duration.ZERO;
  }

  @Override
  public int hits() {
    return node;
  }

  @Override
  public void begin(World world) {
    world.nodes().get(node).kill();
  }
}
