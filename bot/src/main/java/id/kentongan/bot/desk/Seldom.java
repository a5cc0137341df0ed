package id.kentongan.bot.desk;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Whether a trouble that is met again and again is worth a line in the log: when it is another
/// than before, and once a minute. One thread at a time.
final class Seldom {
  private static final long PAUSE = Duration.ofMinutes(1).toNanos();

  private final LongSupplier nanos;
  private @Nullable String last;
  private long at;

  Seldom(LongSupplier nanos) {
    this.nanos = nanos;
  }

  boolean tells(String trouble) {
    long now = nanos.getAsLong();
    if (trouble.equals(last) && now - at < PAUSE) {
      return false;
    }
    last = trouble;
    at = now;
    return true;
  }

  /// The trouble is over; true when there was any.
  boolean over() {
    boolean was = last != null;
    last = null;
    return was;
  }
}
