package id.kentongan.integrations.documents;

import java.util.List;

/// A sheet of a workbook: its name (at most 31 letters), the columns' widths in letters, its rows
/// from the top. `texts`: columns in which whatever is typed stays text, down to the longest list.
public record Sheet(String name, List<Integer> widths, List<List<Cell>> rows, List<Integer> texts) {
  public Sheet {
    widths = List.copyOf(widths);
    rows = rows.stream().map(List::copyOf).toList();
    texts = List.copyOf(texts);
  }

  public Sheet(String name, List<Integer> widths, List<List<Cell>> rows) {
    this(name, widths, rows, List.of());
  }
}
