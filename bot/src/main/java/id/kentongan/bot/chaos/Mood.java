package id.kentongan.bot.chaos;

import id.kentongan.dialogs.talk.ConversationId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How a platform feels: mostly well, now and then not, and in a storm always in the same way. What
/// happens to somebody's n-th message depends on the seed alone. Used on one event loop.
final class Mood {
  private static final int OF = 1000;
  private static final Map<Mischief, Integer> RARE =
      new TreeMap<>(
          Map.of(
              Mischief.CONFLICT, 4,
              Mischief.BAD_GATEWAY, 8,
              Mischief.CUT_BEFORE, 6,
              Mischief.CUT_AFTER, 6,
              Mischief.HALF_ANSWER, 6,
              Mischief.SLOW, 2,
              Mischief.REFUSED, 4));

  private final long seed;
  private final Map<ConversationId, Integer> sent = new HashMap<>();
  private final Map<Mischief, Integer> done = new EnumMap<>(Mischief.class);
  private @Nullable Mischief storm;

  Mood(long seed) {
    this.seed = seed;
  }

  /// From now on every message meets this; null: as usual again.
  void storm(@Nullable Mischief always) {
    storm = always;
  }

  /// For the next message to somebody; `blocked` when they want none.
  Mischief next(ConversationId to, boolean blocked) {
    int number = sent.merge(to, 1, Integer::sum);
    Mischief drawn = storm != null ? storm : drawn(to, number);
    Mischief next = blocked && drawn.takes() ? Mischief.BLOCKED : drawn;
    done.merge(next, 1, Integer::sum);
    return next;
  }

  /// How often each was done.
  Map<Mischief, Integer> done() {
    return done;
  }

  private Mischief drawn(ConversationId to, int number) {
    int dice = new Random(seed ^ (31L * to.key().hashCode() + number)).nextInt(OF);
    for (var rare : RARE.entrySet()) {
      dice -= rare.getValue();
      if (dice < 0) {
        return rare.getKey();
      }
    }
    return Mischief.NONE;
  }
}
