package id.kentongan.dialogs.roll;

import id.kentongan.dialogs.content.Content;
import id.kentongan.dialogs.roll.RollRow.Bad;
import id.kentongan.dialogs.roll.RollRow.Good;
import id.kentongan.dialogs.roll.RollRow.Twice;
import id.kentongan.dialogs.values.Nik;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the rows of a list, with headings in one of its first lines or without any.
public final class RollReader {
  /// How many rows a list may have.
  public static final int MOST = 2000;

  private static final int TITLES = 10;

  /// What any words are taken for.
  private static final Set<RollField> WORDS = Set.of(RollField.NAME, RollField.VILLAGE);

  private final Content content;
  private final RollWorker worker;

  public RollReader(Content content, LocalDate today, RollDefaults defaults) {
    this.content = content;
    this.worker = new RollWorker(content, today, defaults);
  }

  /// One result for each row that tells anything, in their order.
  public List<RollRow> read(List<RollLine> lines) {
    int heading = heading(lines);
    int begin = heading < 0 ? titles(lines) : heading + 1;
    Map<Integer, RollField> columns = heading < 0 ? Map.of() : columns(lines.get(heading));
    var first = new HashMap<Nik, Integer>();
    var rows = new ArrayList<RollRow>();
    int end = heading < 0 ? lines.size() : signed(lines);
    for (RollLine line : lines.subList(begin, Math.max(begin, end))) {
      if (!line.blank()) {
        rows.add(once(row(line, told(line, columns)), first));
      }
    }
    return List.copyOf(rows);
  }

  /// A faulty row with the faulty field told anew.
  public RollRow mended(Bad bad, String answer) {
    var told = new EnumMap<>(bad.told());
    told.put(bad.fault().field(), answer);
    return again(bad.line(), bad.quoted(), told);
  }

  /// A row by what it tells, as it was mended before.
  public RollRow again(int line, String quoted, Map<RollField, String> told) {
    return worker.read(line, quoted, told);
  }

  private RollRow row(RollLine line, Map<RollField, String> told) {
    return worker.read(line.number(), line.quoted(), told);
  }

  private static RollRow once(RollRow row, Map<Nik, Integer> first) {
    if (!(row instanceof Good good)) {
      return row;
    }
    Integer before = first.putIfAbsent(good.person().nik(), good.line());
    return before == null ? row : twice(good, before);
  }

  private static Twice twice(Good good, int before) {
    return new Twice(good.line(), good.person().name(), good.person().nik(), before);
  }

  private Map<RollField, String> told(RollLine line, Map<Integer, RollField> columns) {
    if (columns.isEmpty()) {
      return RollGuess.of(line.cells(), content);
    }
    var told = new EnumMap<RollField, String>(RollField.class);
    columns.forEach(
        (column, field) -> {
          @Nullable String cell = column < line.cells().size() ? line.cells().get(column) : null;
          if (cell != null && !cell.isBlank()) {
            told.putIfAbsent(field, cell.strip());
          }
        });
    return told;
  }

  /// The line of the headings; -1 where there are none.
  private int heading(List<RollLine> lines) {
    for (int i = 0; i < Math.min(TITLES, lines.size()); i++) {
      var found = columns(lines.get(i)).values();
      if (found.contains(RollField.NIK) && found.contains(RollField.NAME)) {
        return i;
      }
    }
    return -1;
  }

  /// Where a table ends: below it stand at most words in one cell, as who signs it.
  private static int signed(List<RollLine> lines) {
    int end = lines.size();
    while (end > 0 && remark(lines.get(end - 1))) {
      end--;
    }
    return end;
  }

  private static boolean remark(RollLine line) {
    List<String> told = line.cells().stream().filter(cell -> !cell.isBlank()).toList();
    return told.size() <= 1 && told.stream().noneMatch(cell -> cell.matches("(?s).*\\d.*"));
  }

  /// How many lines above the rows tell of nobody: no number, or nothing but words (`ini data 3
  /// orang ya:`).
  private int titles(List<RollLine> lines) {
    int titles = 0;
    while (titles < Math.min(TITLES, lines.size()) && title(lines.get(titles).cells())) {
      titles++;
    }
    return titles;
  }

  private boolean title(List<String> cells) {
    return cells.stream().noneMatch(cell -> cell.matches("(?s).*\\d.*"))
        || (cells.size() == 1 && WORDS.containsAll(RollGuess.of(cells, content).keySet()));
  }

  private Map<Integer, RollField> columns(RollLine line) {
    var columns = new HashMap<Integer, RollField>();
    for (int i = 0; i < line.cells().size(); i++) {
      RollField field =
          RollField.headed(Objects.requireNonNull(line.cells().get(i)), content.parsers())
              .orElse(null);
      if (field != null && !columns.containsValue(field)) {
        columns.put(i, field);
      }
    }
    return columns;
  }
}
