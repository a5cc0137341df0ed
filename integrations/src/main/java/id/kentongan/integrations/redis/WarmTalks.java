package id.kentongan.integrations.redis;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.integrations.Vault;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Conversations as this node committed them last, so that the next turn need not load them: a
/// commit says when another node was there meanwhile. Where that is often, each turn loads again.
/// A few, for minutes, in memory only. Safe for any thread.
final class WarmTalks {
  private static final int MOST = 2_000;
  private static final long LASTS = Duration.ofMinutes(10).toNanos();
  private static final int MOST_TRUST = 100;

  /// What a turn in vain costs in turns that need not load.
  private static final int DISAPPOINTMENT = 20;

  private final Map<ConversationId, Warm> talks = new LinkedHashMap<>(16, 0.75f, true);
  private int trust = MOST_TRUST;

  private record Warm(Vault.Loaded loaded, long since) {
    boolean old(long now) {
      return now - since > LASTS;
    }
  }

  /// To begin a turn with; none when it is better to load.
  synchronized Vault.@Nullable Loaded trusted(ConversationId who) {
    if (trust < 0) {
      trust++;
      return null;
    }
    Warm warm = talks.get(who);
    return warm == null || warm.old(System.nanoTime()) ? null : warm.loaded();
  }

  /// Of this very version.
  synchronized Vault.@Nullable Loaded at(ConversationId who, long version) {
    Warm warm = talks.get(who);
    return warm == null || warm.loaded().version() != version ? null : warm.loaded();
  }

  synchronized void committed(ConversationId who, Vault.Loaded now) {
    trust = Math.min(MOST_TRUST, trust + 1);
    long moment = System.nanoTime();
    talks.put(who, new Warm(now, moment));
    var eldest = talks.values().iterator();
    Warm first = eldest.next();
    if (talks.size() > MOST || first.old(moment)) {
      eldest.remove();
    }
  }

  synchronized void stale(ConversationId who) {
    if (talks.remove(who) != null) {
      trust -= DISAPPOINTMENT;
    }
  }

  /// After a commit whose result is not known.
  synchronized void forget(ConversationId who) {
    talks.remove(who);
  }
}
