package id.kentongan.bot.chaos;

import id.kentongan.dialogs.talk.ConversationId;

/// A message of the bot that a platform took or refused for good, in the order of deciding. `nanos`
/// by this process's clock.
record Arrival(ConversationId to, String text, long nanos, Fate fate) {
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

  static Arrival of(ConversationId to, String text, Mischief mischief) {
    Fate fate =
        switch (mischief) {
          case REFUSED -> Fate.REFUSED;
          case BLOCKED -> Fate.BLOCKED;
          case NONE -> Fate.TAKEN;
          case TOO_MANY, CONFLICT, BAD_GATEWAY, CUT_BEFORE, CUT_AFTER, HALF_ANSWER, SLOW ->
              Fate.TAKEN_SILENTLY;
        };
    return new Arrival(to, text, System.nanoTime(), fate);
  }
}
