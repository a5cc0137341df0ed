package id.kentongan.bot.postman;

import java.time.Duration;
import java.util.Optional;

/// When to try again: twice as long each time, from `first` up to `cap`, at most `attempts` times.
public record RetryPolicy(Duration first, Duration cap, int attempts) {
  /// Messages and tells: about three hours, then the dead letters.
  public static final RetryPolicy MESSAGES =
      new RetryPolicy(Duration.ofSeconds(1), Duration.ofMinutes(5), 45);

  /// Questions that a person waits for: about two minutes, then the person is told.
  public static final RetryPolicy QUESTIONS =
      new RetryPolicy(Duration.ofMillis(500), Duration.ofSeconds(30), 9);

  /// The pause before the next attempt, after `done` attempts; empty to give up. The provider's own
  /// `figure` is kept when it is longer. `jitter` from 0 to 1 spreads what failed together.
  public Optional<Duration> next(int done, Duration figure, double jitter) {
    if (done >= attempts) {
      return Optional.empty();
    }
    long doubled = first.toMillis() << Math.min(done - 1, 20);
    long pause = Math.min(doubled, cap.toMillis());
    long spread = (long) (pause * (0.5 + 0.5 * jitter));
    long asked = figure.toMillis() + (long) (first.toMillis() * jitter);
    return Optional.of(Duration.ofMillis(figure.isZero() ? spread : Math.max(spread, asked)));
  }
}
