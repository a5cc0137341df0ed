package id.kentongan.bot.chaos;

/// What a platform may do with a message of ours instead of taking it and saying so.
enum Mischief {
  NONE,
  /// 429 with a time to wait; not taken.
  TOO_MANY,
  /// 409; not taken.
  CONFLICT,
  /// 502 with a page of HTML; not taken.
  BAD_GATEWAY,
  /// The connection is cut before it is taken.
  CUT_BEFORE,
  /// Taken, then the connection is cut.
  CUT_AFTER,
  /// Taken, then half of the answer and a cut.
  HALF_ANSWER,
  /// Taken, and the answer comes when nobody waits for it any more.
  SLOW,
  /// This message is refused for good.
  REFUSED,
  /// The reader has blocked the bot.
  BLOCKED;

  boolean takes() {
    return switch (this) {
      case NONE, CUT_AFTER, HALF_ANSWER, SLOW -> true;
      case TOO_MANY, CONFLICT, BAD_GATEWAY, CUT_BEFORE, REFUSED, BLOCKED -> false;
    };
  }

  /// Whether it is tried no more.
  boolean decides() {
    return takes() || this == REFUSED || this == BLOCKED;
  }
}
