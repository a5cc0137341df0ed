package id.kentongan.bot.chaos;

import java.time.Duration;

/// A gateway is asked to stop, as for a new version, and started again.
record StopGateway(int node) implements Fault {
  @Override
  public String kind() {
    return "gateway stopped cleanly";
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
    world.nodes().get(node).stop();
  }
}
