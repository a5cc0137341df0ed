package id.kentongan.bot.postman;

import id.kentongan.dialogs.talk.ConversationId;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/// Conversations that took no notice, as those do that only a newer program can read: each is
/// passed by for a while, longer each time, so that it holds up nobody else's.
final class PassedBy {
  private static final RetryPolicy PAUSES =
      new RetryPolicy(Duration.ofSeconds(1), Duration.ofMinutes(1), Integer.MAX_VALUE);

  /// why: more are tried each time rather than kept in mind for good.
  private static final int MOST = 10_000;

  private final LongSupplier nanos;
  private final Map<ConversationId, Pause> pauses = new ConcurrentHashMap<>();

  private record Pause(int tries, long until) {}

  PassedBy(LongSupplier nanos) {
    this.nanos = nanos;
  }

  boolean now(ConversationId who) {
    Pause pause = pauses.get(who);
    return pause != null && pause.until() - nanos.getAsLong() > 0;
  }

  void failed(ConversationId who) {
    if (pauses.size() >= MOST) {
      pauses.clear();
    }
    pauses.compute(who, (it, before) -> next(before == null ? 1 : before.tries() + 1));
  }

  void brought(ConversationId who) {
    pauses.remove(who);
  }

  private Pause next(int tries) {
    Duration pause = PAUSES.next(tries, Duration.ZERO, 1).orElseThrow();
    return new Pause(tries, nanos.getAsLong() + pause.toNanos());
  }
}
