package id.kentongan.bot;

import id.kentongan.integrations.postgres.broadcasts.BroadcastRelease;

/// Lets broadcasts into conversations, on one node.
final class BroadcastRoom {
  private BroadcastRoom() {}

  static Chore chore(Base base) {
    var release =
        new BroadcastRelease(base.database(), base.key(), base.content().rules(), base.clock());
    return new Chore("broadcasts", release::release);
  }
}
