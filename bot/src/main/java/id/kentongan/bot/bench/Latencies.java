package id.kentongan.bot.bench;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How long each answer took, in nanoseconds, and to which line of the script it was.
final class Latencies {
  private final Map<String, Latencies> byLine = new LinkedHashMap<>();
  private long[] nanos = new long[1 << 10];
  private int count;

  /// One line's answers: 99 of 100 came within so many milliseconds.
  record Slow(String line, double p99) {}

  void add(String line, long took) {
    add(took);
    byLine.computeIfAbsent(line, name -> new Latencies()).add(took);
  }

  private void add(long took) {
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

  /// The lines by how long their answers took, the slowest first.
  List<Slow> slowest() {
    return byLine.entrySet().stream()
        .map(line -> new Slow(line.getKey(), line.getValue().within(0.99)))
        .sorted(Comparator.comparingDouble(Slow::p99).reversed())
        .toList();
  }
}
