package id.kentongan.bot.desk;

import id.kentongan.dialogs.talk.ConversationId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// How many messages one sender may send: `burst` at once, then `perSecond`, by the time they were
/// sent, so that what waited at the provider is no flood. Who sends too many is told once, until
/// the burst is whole again. Counted on this node; a conversation is asked for on one event loop.
public final class Flood {
  private static final int MANY = 20_000;

  private final int burst;
  private final double perSecond;
  private final Map<ConversationId, Bucket> buckets = new ConcurrentHashMap<>();

  public Flood(int burst, double perSecond) {
    this.burst = burst;
    this.perSecond = perSecond;
  }

  /// What to do with a message.
  enum Verdict {
    PASS,
    /// The first too many since the sender was calm: say so.
    TELL,
    DROP
  }

  private static final class Bucket {
    double left;
    Instant at;
    boolean told;

    Bucket(double left, Instant at) {
      this.left = left;
      this.at = at;
    }
  }

  Verdict of(ConversationId who, Instant now) {
    if (buckets.size() > MANY) {
      buckets.values().removeIf(bucket -> filled(bucket, now) >= burst);
    }
    Bucket bucket = buckets.computeIfAbsent(who, fresh -> new Bucket(burst, now));
    bucket.left = filled(bucket, now);
    bucket.at = now;
    if (bucket.left >= 1) {
      bucket.told &= bucket.left < burst;
      bucket.left--;
      return Verdict.PASS;
    }
    boolean told = bucket.told;
    bucket.told = true;
    return told ? Verdict.DROP : Verdict.TELL;
  }

  private double filled(Bucket bucket, Instant now) {
    double seconds = Duration.between(bucket.at, now).toMillis() / 1000.0;
    return Math.min(burst, bucket.left + Math.max(0, seconds) * perSecond);
  }
}
