package id.kentongan.integrations;

import java.time.Duration;

/// Until when an attempt at a message may reach its platform, in this process's nanoseconds: after
/// that the next attempt, or the shard's next owner, may send it.
public record Term(long end) {
  /// why half: nanoseconds may overflow, and are compared by their difference.
  private static final Duration LONG = Duration.ofNanos(Long.MAX_VALUE / 2);

  /// From now on for so long.
  public static Term in(Duration time) {
    return new Term(System.nanoTime() + time.toNanos());
  }

  /// For what nobody else does meanwhile.
  public static Term open() {
    return in(LONG);
  }

  /// What is left of it, negative when it is over.
  public Duration left() {
    return Duration.ofNanos(end - System.nanoTime());
  }
}
