package id.kentongan.integrations;

import java.util.List;
import java.util.function.Consumer;

/// A table of text that somebody sent, read once from its beginning, row by row.
public interface TableFile extends AutoCloseable {
  /// The cells of the first row.
  List<String> headings();

  /// Gives every row after the first. Throws [Broken] where it cannot be read on.
  void each(Consumer<Row> taker);

  @Override
  void close();

  /// A row: the line it begins on, counted from 1, and its cells without blanks around them.
  record Row(long line, List<String> cells) {
    public Row {
      cells = List.copyOf(cells);
    }

    /// A cell; empty where the row is shorter.
    public String cell(int column) {
      return column >= 0 && column < cells.size() ? cells.get(column) : "";
    }
  }

  /// The file is no table that we read. The message tells the sender what to do, and nothing of
  /// what is in the file.
  // why: thrown, so that what was taken of it so far is rolled back.
  final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Broken(String why) {
      super(why, null, false, false);
    }
  }
}
