package id.kentongan.bot.chat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that runs like the real one from a beginning of our choice, and can be moved ahead.
public final class PlayedClock implements InstantSource {
  private final InstantSource real;
  private volatile Duration ahead;

  public PlayedClock(InstantSource real, Instant begin) {
    this.real = real;
    this.ahead = Duration.between(real.instant(), begin);
  }

  @Override
  public Instant instant() {
    return real.instant().plus(ahead);
  }

  /// How far it is ahead of the real one; negative when behind.
  public Duration ahead() {
    return ahead;
  }

  public synchronized void advance(Duration span) {
    ahead = ahead.plus(span);
  }
}
