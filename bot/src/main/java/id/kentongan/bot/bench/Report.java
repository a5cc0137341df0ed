package id.kentongan.bot.bench;

import java.time.Duration;
import java.util.List;

/// What a benchmark found. `limits`: what the limit did in turn with each of the `windows`, none
/// when it was not run.
public record Report(
    Script script,
    String stores,
    Starts starts,
    Measured measured,
    int conversations,
    double conversationBytes,
    Faults faults) {
  /// The measurements.
  public record Measured(List<Window> windows, List<Window> limits, Sustained sustained) {
    public Measured {
      windows = List.copyOf(windows);
      limits = List.copyOf(limits);
    }
  }

  /// The highest rate that was answered in time, and the 99th of 100 answers at half of it, in ms.
  public record Sustained(int rate, double p99AtHalf) {
    static final Sustained NOT_SOUGHT = new Sustained(0, 0);
  }

  /// From nothing to ready, the first with empty stores; all but the first are to be `within`.
  public record Starts(List<Duration> all, Duration within) {
    public Starts {
      all = List.copyOf(all);
    }
  }

  List<Window> windows() {
    return measured.windows();
  }

  /// Whether every message had its answer, the right one, and nobody heard anything else.
  public boolean sound() {
    return faults.none() && messages() > 0;
  }

  /// Whether no event loop kept everybody on it waiting while it was measured.
  public boolean unhindered() {
    return windows().stream().allMatch(window -> window.jvm().busy() == 0);
  }

  /// How many answers were measured.
  public int messages() {
    return windows().stream().mapToInt(window -> window.latencies().count()).sum();
  }
}
