package id.kentongan.bot.commands;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import javax.management.NotificationEmitter;

/// Where the objects are that outlived some collections. By itself the plain collector clears it
/// when the heap can grow no more, so that a gateway would become larger with each minute of a high
/// load, though what lives there does not.
final class OldSpace {
  /// why: half a minute of the highest load, hours of a branch's; less is cleared too often.
  private static final long GROWTH = 32L << 20;

  private final MemoryPoolMXBean pool =
      ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(pool -> pool.getType() == MemoryType.HEAP && pool.isUsageThresholdSupported())
          .findFirst()
          .orElseThrow();

  private OldSpace() {}

  /// Has it cleared now, and from now on whenever it has grown by 32 MB.
  static void keepSmall() {
    var old = new OldSpace();
    old.clear();
    ((NotificationEmitter) ManagementFactory.getMemoryMXBean())
        .addNotificationListener((grown, none) -> old.clear(), null, null);
  }

  private void clear() {
    System.gc();
    pool.setUsageThreshold(pool.getUsage().getUsed() + GROWTH);
  }
}
