package id.kentongan.bot.console;

import com.github.difflib.text.DiffRow;
import com.github.difflib.text.DiffRowGenerator;
import java.util.ArrayList;
import java.util.List;

/// What changed between two texts, line by line; of what stayed only what stands around it.
final class ContentDiff {
  private static final int AROUND = 2;

  private ContentDiff() {}

  /// `kind`: `same`, `out`, `in`, or `gap` for lines that are left out.
  record Line(String kind, String text) {}

  /// Empty where nothing changed.
  static List<Line> of(String before, String after) {
    if (before.lines().toList().equals(after.lines().toList())) {
      return List.of();
    }
    List<DiffRow> rows =
        DiffRowGenerator.create()
            .lineNormalizer(line -> line)
            .build()
            .generateDiffRows(before.lines().toList(), after.lines().toList());
    var lines = new ArrayList<Line>();
    for (int i = 0; i < rows.size(); i++) {
      DiffRow row = rows.get(i);
      switch (row.getTag()) {
        case EQUAL -> same(lines, rows, i);
        case DELETE -> lines.add(new Line("out", row.getOldLine()));
        case INSERT -> lines.add(new Line("in", row.getNewLine()));
        case CHANGE -> {
          lines.add(new Line("out", row.getOldLine()));
          lines.add(new Line("in", row.getNewLine()));
        }
      }
    }
    return lines;
  }

  private static void same(List<Line> lines, List<DiffRow> rows, int at) {
    boolean near =
        rows.subList(Math.max(0, at - AROUND), Math.min(rows.size(), at + AROUND + 1)).stream()
            .anyMatch(row -> row.getTag() != DiffRow.Tag.EQUAL);
    if (near) {
      lines.add(new Line("same", rows.get(at).getNewLine()));
    } else if (lines.isEmpty() || !lines.getLast().kind().equals("gap")) {
      lines.add(new Line("gap", ""));
    }
  }
}
