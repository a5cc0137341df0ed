package id.kentongan.bot.chaos;

import id.kentongan.bot.chaos.Findings.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What gateways and stores held at moments of a run in which nothing is broken; the first is when
/// all is warm.
public final class Weights {
  /// why: Vert.x's pool of workers fills by one at a time, up to twenty, however little there is to
  /// do.
  private static final int POOL = 20;

  private final long start = System.nanoTime();
  private final List<Weight> taken = new ArrayList<>();

  /// One moment: `stores` in words.
  record Weight(long seconds, List<Footprint> gateways, String stores) {}

  void take(World world) {
    try (var rest = new Rest(world.stores())) {
      long seconds = (System.nanoTime() - start) / 1_000_000_000L;
      taken.add(
          new Weight(seconds, world.nodes().stream().map(Footprint::of).toList(), rest.held()));
    }
  }

  /// Whether the last is more than the first: memory by a quarter, more threads than a pool has, or
  /// more files and connections than people's and platforms' pools may open later.
  void judge(Findings findings) {
    if (taken.size() < 2) {
      return;
    }
    for (int i = 0; i < taken.getFirst().gateways().size(); i++) {
      Footprint first = taken.getFirst().gateways().get(i);
      Footprint last = taken.getLast().gateways().get(i);
      if (last.megabytes() > 1.25 * first.megabytes()
          || last.threads() > first.threads() + POOL
          || last.files() > first.files() + 100) {
        findings.add(Violation.GROWN, first + " became " + last);
      }
    }
  }

  /// A line for each moment.
  List<String> lines() {
    return taken.stream().map(Weights::line).toList();
  }

  private static String line(Weight weight) {
    var line = new StringBuilder(String.format(Locale.ROOT, "after %5d s", weight.seconds()));
    for (Footprint one : weight.gateways()) {
      line.append(
          String.format(
              Locale.ROOT,
              "  gateway %4.0f MB %3d threads %4d files",
              one.megabytes(),
              one.threads(),
              one.files()));
    }
    return line + "  " + weight.stores();
  }
}
