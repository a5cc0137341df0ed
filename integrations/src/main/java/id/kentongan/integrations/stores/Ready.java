package id.kentongan.integrations.stores;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// Waits until a started server answers.
public final class Ready {
  private static final Duration WITHIN = Duration.ofSeconds(60);
  private static final Duration BETWEEN = Duration.ofMillis(10);

  private Ready() {}

  /// Returns when `answers` is true; otherwise closes the child and says what it wrote last.
  public static void await(String name, Child child, BooleanSupplier answers) {
    if (!within(() -> !child.alive() || answers.getAsBoolean()) || !child.alive()) {
      child.close();
      throw new IllegalStateException(name + " did not start:\n" + child.lastWords());
    }
  }

  /// Returns when `answers` is true, for what has no child of its own.
  public static void await(String name, BooleanSupplier answers) {
    if (!within(answers)) {
      throw new IllegalStateException(name + " did not come about");
    }
  }

  private static boolean within(BooleanSupplier answers) {
    long end = System.nanoTime() + WITHIN.toNanos();
    while (!answers.getAsBoolean()) {
      if (System.nanoTime() > end || !pause()) {
        return false;
      }
    }
    return true;
  }

  private static boolean pause() {
    try {
      return !new CountDownLatch(1).await(BETWEEN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
