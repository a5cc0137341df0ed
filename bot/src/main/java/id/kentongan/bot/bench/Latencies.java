package id.kentongan.bot.bench;

import java.util.Arrays;

/// How long each answer took, in nanoseconds.
final class Latencies {
  private long[] nanos = new long[1 << 14];
  private int count;

  void add(long took) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * count);
    }
    nanos[count++] = took;
  }

  int count() {
    return count;
  }

  /// The time within which `share` (0 to 1) of the answers came, in milliseconds; 0 without any.
  double within(double share) {
    if (count == 0) {
      return 0;
    }
    long[] sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    return sorted[Math.max(0, (int) Math.ceil(share * count) - 1)] / 1e6;
  }
}
