package id.kentongan.bot.bench;

import java.time.Duration;
import java.util.List;

/// What a benchmark found. `starts`: from nothing to ready, the first with empty stores.
public record Report(
    Script script,
    String stores,
    List<Duration> starts,
    List<Window> windows,
    int conversations,
    double conversationBytes,
    Faults faults) {
  public Report {
    starts = List.copyOf(starts);
    windows = List.copyOf(windows);
  }

  /// Whether every message had its answer, the right one, and nobody heard anything else.
  public boolean sound() {
    return faults.none() && messages() > 0;
  }

  /// How many answers were measured.
  public int messages() {
    return windows.stream().mapToInt(window -> window.latencies().count()).sum();
  }
}
