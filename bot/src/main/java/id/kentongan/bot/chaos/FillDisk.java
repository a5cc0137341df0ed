package id.kentongan.bot.chaos;

import id.kentongan.integrations.stores.Commands;
import java.time.Duration;

/// The disk of stores and gateways is full for a while.
record FillDisk(Duration lasts) implements Fault {
  /// why: a writer may take what is free between our look and the new size.
  private static final int TRIES = 20;

  @Override
  public String kind() {
    return "disk full";
  }

  /// why: Redis ends when it cannot write.
  @Override
  public boolean endsReadiness() {
    return true;
  }

  @Override
  public void begin(World world) {
    for (int tries = 1; ; tries++) {
      try {
        world.stores().disk().full(true);
        return;
      } catch (Commands.Failed grown) {
        if (tries == TRIES) {
          throw grown;
        }
      }
    }
  }

  @Override
  public void end(World world) {
    world.stores().disk().full(false);
  }
}
