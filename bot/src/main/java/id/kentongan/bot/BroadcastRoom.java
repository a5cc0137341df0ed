package id.kentongan.bot;

import id.kentongan.integrations.Leases;
import id.kentongan.integrations.postgres.BroadcastRelease;
import java.time.Duration;
import java.util.List;

/// Lets broadcasts into conversations, each second, on one node.
final class BroadcastRoom {
  private static final Duration EVERY = Duration.ofSeconds(1);

  private BroadcastRoom() {}

  static Sweeper open(Base base, Leases leases) {
    var release =
        new BroadcastRelease(base.database(), base.key(), base.content().rules(), base.clock());
    return new Sweeper(base.vertx(), leases, "broadcasts", EVERY, List.of(release::release));
  }
}
