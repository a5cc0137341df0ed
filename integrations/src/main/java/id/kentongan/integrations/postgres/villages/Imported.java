package id.kentongan.integrations.postgres.villages;

import java.util.List;

/// What came of a file: how many rows were good, how many of them brought something new, and the
/// refused ones, the first [#TOLD] of them with line and reason.
public record Imported(long good, long changed, List<Fault> faults, long refused) {
  /// How many faults are kept to be told.
  public static final int TOLD = 10_000;

  public Imported {
    faults = List.copyOf(faults);
  }

  /// A row that was not taken. `why` holds nothing of the row but codes of places.
  public record Fault(long line, String why) implements Comparable<Fault> {
    @Override
    public int compareTo(Fault other) {
      return Long.compare(line, other.line);
    }
  }
}
