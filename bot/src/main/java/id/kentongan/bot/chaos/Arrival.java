package id.kentongan.bot.chaos;

import id.kentongan.bot.chaos.Links.Asked;
import id.kentongan.dialogs.talk.ConversationId;

/// A message of the bot that a platform took or refused for good, in the order of deciding. `nanos`
/// by this process's clock; `asked` is the request that brought it.
record Arrival(ConversationId to, String text, long nanos, Fate fate, Asked asked) {
  /// What the platform did.
  enum Fate {
    /// Took it and said so, whole and in time.
    TAKEN,
    /// Took it, and the gateway was not told.
    TAKEN_SILENTLY,
    /// Refused this message.
    REFUSED,
    /// Its reader blocks the bot.
    BLOCKED
  }

  /// why: a gateway closes what nobody used for 30 seconds.
  private static final long IDLE_NANOS = 25_000_000_000L;

  /// Whether the connection that brought it broke soon after, and before that time: the gateway may
  /// not have heard that it was taken.
  boolean untoldBefore(long later) {
    return asked.broken(nanos, Math.min(later, nanos + IDLE_NANOS));
  }

  static Arrival of(ConversationId to, String text, Mischief mischief, Asked asked) {
    Fate fate =
        switch (mischief) {
          case REFUSED -> Fate.REFUSED;
          case BLOCKED -> Fate.BLOCKED;
          case NONE -> Fate.TAKEN;
          case TOO_MANY, CONFLICT, BAD_GATEWAY, CUT_BEFORE, CUT_AFTER, HALF_ANSWER, SLOW ->
              Fate.TAKEN_SILENTLY;
        };
    return new Arrival(to, text, System.nanoTime(), fate, asked);
  }
}
