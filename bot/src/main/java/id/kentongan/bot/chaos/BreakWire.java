package id.kentongan.bot.chaos;

import java.time.Duration;
import java.util.Locale;

/// A line between a gateway and what it needs is cut, slow or dead for a while.
record BreakWire(int node, Wires.End end, Wire.State state, Duration lasts) implements Fault {
  @Override
  public String kind() {
    return "line " + state.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": " + end.shown();
  }

  @Override
  public void begin(World world) {
    world.line(node, end, state);
  }

  @Override
  public void end(World world) {
    world.line(node, end, Wire.State.WELL);
  }
}
