package id.kentongan.integrations.documents;

import java.util.List;

/// A picture of shares as bars from the top, each with its figure; `note` stands below. `mark` is
/// where a target's line is drawn, 0 for none.
public record BarChart(String title, String subtitle, List<Bar> bars, double mark, String note) {
  public BarChart {
    bars = List.copyOf(bars);
  }

  /// `share` between 0 and 1; `own`: the one that the picture is about.
  public record Bar(String label, double share, String figure, boolean own) {}
}
