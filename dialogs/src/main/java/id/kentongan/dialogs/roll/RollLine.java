package id.kentongan.dialogs.roll;

import java.util.List;
import java.util.stream.Collectors;

/// A row of a list as it came: the line it begins on, counted from 1, and its cells.
public record RollLine(int number, List<String> cells) {
  private static final int LONGEST = 200;

  public RollLine {
    cells = List.copyOf(cells);
  }

  boolean blank() {
    return cells.stream().allMatch(String::isBlank);
  }

  /// The row as it is quoted to who sent it.
  String quoted() {
    String whole =
        cells.stream()
            .filter(c -> !c.isBlank())
            .map(String::strip)
            .collect(Collectors.joining("; "));
    return whole.length() > LONGEST ? whole.substring(0, LONGEST - 1) + '…' : whole;
  }

  /// why: a row holds numbers of people, and must never reach a log
  @Override
  public String toString() {
    return "RollLine[" + number + ", " + cells.size() + " cells]";
  }
}
