package id.kentongan.bot.chaos;

import java.time.Duration;

/// A gateway's clock jumps, and jumps back.
record MoveClock(int node, Duration by, Duration lasts) implements Fault {
  @Override
  public String kind() {
    return "clock " + by.abs().toMinutes() + " minutes " + (by.isNegative() ? "back" : "ahead");
  }

  @Override
  public void begin(World world) {
    world.nodes().get(node).clock(by);
  }

  @Override
  public void end(World world) {
    world.nodes().get(node).clock(Duration.ZERO);
  }
}
