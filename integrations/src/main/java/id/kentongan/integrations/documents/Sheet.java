package id.kentongan.integrations.documents;

import java.util.List;

/// A sheet of a workbook: its name (at most 31 letters), the columns' widths in letters, its rows
/// from the top.
public record Sheet(String name, List<Integer> widths, List<List<Cell>> rows) {
  public Sheet {
    widths = List.copyOf(widths);
    rows = rows.stream().map(List::copyOf).toList();
  }
}
