package id.kentongan.bot.halt;

import id.kentongan.integrations.Lease;
import id.kentongan.integrations.Leases;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Leases in whose change of hands a process may end.
record HaltingLeases(Leases leases, Halting halting) implements Leases {
  @Override
  public Future<Optional<Lease>> claim(String name) {
    return leases
        .claim(name)
        .onSuccess(
            won -> {
              if (won.isPresent()) {
                halting.reached(HaltPoint.LEASE_WON);
              }
            });
  }

  @Override
  public Future<Void> release(Lease lease) {
    halting.reached(HaltPoint.LEASE_GIVEN);
    return leases.release(lease);
  }

  @Override
  public Future<List<String>> beat() {
    return leases.beat();
  }

  @Override
  public Future<Void> leave() {
    return leases.leave();
  }

  @Override
  public Duration lasts() {
    return leases.lasts();
  }
}
