package id.kentongan.dialogs.roll;

import id.kentongan.dialogs.ear.parse.Parsers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// A list pasted into a message: one person a line, or one a block of lines with an empty line
/// between. Values are parted by tabs, semicolons, bars, commas, dashes between blanks, or blanks.
public final class PastedRoll {
  private static final int FEWEST = 2;
  private static final Pattern NUMBER = Pattern.compile("(?<!\\d)(?:\\d[ .-]?){14,17}(?!\\d)");
  private static final Pattern BULLET =
      Pattern.compile("^\\s*(?:\\d{1,4}[.)]\\s*(?!\\d)|[-•*]\\s+)");

  /// A comma within a number (`1,5 juta`, `1,500,000`, `3,5E+15`) parts nothing.
  private static final Pattern SEPARATOR =
      Pattern.compile(
          "[\\t;|]|\\s+[-–—/]\\s+|\\s{3,}|,(?!-)(?!\\d{1,3} ?(?:juta|jt|jta|ribu|rb)\\b)"
              + "(?!(?<=\\D\\d{1,3},)\\d{3}(?:,\\d{3})*(?!\\d))(?!(?<=\\d,)\\d+[eE]\\+)");

  private PastedRoll() {}

  /// Whether a message is a list: several lines or blocks, each with the digits of a NIK.
  public static boolean looks(String text) {
    boolean one = text.indexOf('\n') < 0 && text.indexOf('\r') < 0;
    return !one && text.lines().filter(line -> NUMBER.matcher(line).find()).count() >= FEWEST;
  }

  /// Whether a message holds at least one row.
  public static boolean holdsOne(String text) {
    return text.lines().anyMatch(line -> NUMBER.matcher(line).find());
  }

  /// Whether a message holds the digits of several NIKs.
  public static boolean several(String text) {
    return NUMBER.matcher(text).results().limit(FEWEST).count() == FEWEST;
  }

  public static List<RollLine> lines(String text, Parsers parsers) {
    List<String> lines = text.lines().toList();
    boolean headless = lines.stream().noneMatch(line -> heading(cells(line), parsers));
    return headless && blocks(lines) ? joined(lines) : each(lines);
  }

  private static boolean heading(List<String> cells, Parsers parsers) {
    return cells.stream().filter(cell -> RollField.headed(cell, parsers).isPresent()).count()
        >= FEWEST;
  }

  private static List<RollLine> each(List<String> lines) {
    var rows = new ArrayList<RollLine>();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        rows.add(new RollLine(i + 1, cells(lines.get(i))));
      }
    }
    return List.copyOf(rows);
  }

  /// Whether every block of lines holds one NIK, and some of its lines none.
  private static boolean blocks(List<String> lines) {
    long persons = lines.stream().filter(line -> NUMBER.matcher(line).find()).count();
    long filled = lines.stream().filter(line -> !line.isBlank()).count();
    return filled > 2 * persons && joined(lines).size() <= persons + 1;
  }

  private static List<RollLine> joined(List<String> lines) {
    var rows = new ArrayList<RollLine>();
    var cells = new ArrayList<String>();
    int begin = 0;
    for (int i = 0; i <= lines.size(); i++) {
      if (i == lines.size() || lines.get(i).isBlank()) {
        if (!cells.isEmpty()) {
          rows.add(new RollLine(begin, cells));
        }
        cells.clear();
      } else {
        begin = cells.isEmpty() ? i + 1 : begin;
        cells.addAll(cells(lines.get(i)));
      }
    }
    return List.copyOf(rows);
  }

  private static List<String> cells(String line) {
    String bare = BULLET.matcher(line).replaceFirst("");
    return Arrays.stream(SEPARATOR.split(bare, -1)).map(String::strip).toList();
  }
}
