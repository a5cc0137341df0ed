package id.kentongan.bot.fuzz;

import id.kentongan.bot.chaos.Footprint;
import id.kentongan.bot.chaos.Node;
import java.util.List;

/// What the gateways hold at a moment: memory, threads, files, and lines of figures.
record Holding(List<Footprint> footprints, List<Long> figures) {
  /// why: a full heap of the launcher's size, compiled code, buffers.
  private static final int MOST_MEGABYTES = 640;

  private static final int MORE_FIGURES = 400;

  static Holding of(House house) {
    return new Holding(
        house.nodes().stream().map(Footprint::of).toList(),
        house.nodes().stream().map(Holding::figures).toList());
  }

  private static long figures(Node node) {
    try (var line = new Line(node.port)) {
      Answer page = line.whole(new Ask("open", "GET", "/metrics", List.of(), ""));
      return page.body().lines().count();
    }
  }

  void judge(Holding before, Found found) {
    for (int i = 0; i < footprints.size(); i++) {
      Footprint was = before.footprints.get(i);
      Footprint is = footprints.get(i);
      if (is.threads() == 0) {
        found.add(Found.Wrong.DIED, "gateway " + i);
      } else if (is.grown(was, MOST_MEGABYTES)) {
        found.add(Found.Wrong.GROWN, was + " became " + is);
      }
      if (figures.get(i) > before.figures.get(i) + MORE_FIGURES) {
        found.add(
            Found.Wrong.GROWN,
            "figures: %d became %d lines".formatted(before.figures.get(i), figures.get(i)));
      }
    }
  }
}
