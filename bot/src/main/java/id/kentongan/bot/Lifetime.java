package id.kentongan.bot;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What was started, in its order; closing it stops all in the reverse order, whatever one of them
/// throws.
public final class Lifetime implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Lifetime.class);

  /// A part that takes longer is named, so that a slow stop can be explained.
  private static final Duration SLOW = Duration.ofSeconds(2);

  private final Deque<AutoCloseable> started = new ArrayDeque<>();

  public synchronized <T extends AutoCloseable> T add(T part) {
    started.push(part);
    return part;
  }

  @Override
  public void close() {
    for (AutoCloseable part = last(); part != null; part = last()) {
      long begun = System.nanoTime();
      try {
        part.close();
      } catch (Exception e) {
        LOG.warn("a part did not stop cleanly", e);
      }
      var took = Duration.ofNanos(System.nanoTime() - begun);
      if (took.compareTo(SLOW) > 0) {
        LOG.info("{} took {} s to stop", part.getClass().getSimpleName(), took.toSeconds());
      }
    }
  }

  private synchronized @Nullable AutoCloseable last() {
    return started.poll();
  }
}
