package id.kentongan.bot.chaos;

import java.time.Duration;

/// SIGSTOP of a gateway, and SIGCONT: it does not know that time went by.
record PauseGateway(int node, Duration lasts) implements Fault {
  @Override
  public String kind() {
    return "gateway paused";
  }

  @Override
  public int hits() {
    return node;
  }

  @Override
  public void begin(World world) {
    world.nodes().get(node).pause(true);
  }

  @Override
  public void end(World world) {
    world.nodes().get(node).pause(false);
  }
}
