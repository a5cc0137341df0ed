package id.kentongan.bot.chaos;

import java.time.Duration;

/// SIGKILL of a store, which its keeper starts again on its data.
record KillStore(boolean redis) implements Fault {
  @Override
  public String kind() {
    return redis ? "Redis killed" : "PostgreSQL killed";
  }

  /// why: it is not there at once again, and what waited for it goes on only then.
  @Override
  public Duration lasts() {
    return Duration.ofSeconds(2);
  }

  @Override
  public void begin(World world) {
    if (redis) {
      world.stores().killRedis();
    } else {
      world.stores().killPostgres();
    }
  }
}
