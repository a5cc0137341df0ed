package id.kentongan.bot.chaos;

import java.time.Duration;

/// Redis is killed and cannot be reached by anybody for a long while: promise 4.
record RedisAway(Duration lasts) implements Fault {
  @Override
  public String kind() {
    return "Redis away for " + lasts.toSeconds() + " s";
  }

  @Override
  public boolean endsReadiness() {
    return true;
  }

  @Override
  public void begin(World world) {
    all(world, Wire.State.CUT);
    world.stores().killRedis();
  }

  @Override
  public void end(World world) {
    all(world, Wire.State.WELL);
  }

  private static void all(World world, Wire.State state) {
    for (Node node : world.nodes()) {
      world.line(node.number, Wires.End.REDIS, state);
    }
  }
}
