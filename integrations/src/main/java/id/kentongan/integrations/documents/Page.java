package id.kentongan.integrations.documents;

import java.util.List;

/// What stands on a PDF page, from the top.
public record Page(String title, List<Block> blocks) {
  public Page {
    blocks = List.copyOf(blocks);
  }

  /// A part of a page.
  public sealed interface Block {}

  /// A paragraph.
  public record Words(String text) implements Block {}

  /// A text as a QR code.
  public record Code(String text) implements Block {}

  /// What is known, each with its name, under two headings.
  public record Fields(List<String> headings, List<List<String>> rows) implements Block {
    public Fields {
      headings = List.copyOf(headings);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /// A table; columns after the first are set to the right.
  public record Table(List<String> headings, List<List<String>> rows) implements Block {
    public Table {
      headings = List.copyOf(headings);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }
}
