package id.kentongan.bot.chaos;

import java.time.Duration;

/// Nothing goes wrong: what gateways and stores hold is noted.
record Weigh(Weights weights) implements Fault {
  @Override
  public String kind() {
    return "weighed";
  }

  @Override
  public Duration lasts() {
    return Duration.ZERO;
  }

  @Override
  public void begin(World world) {
    weights.take(world);
  }
}
