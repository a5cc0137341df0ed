package id.kentongan.integrations.documents;

import id.kentongan.dialogs.ear.parse.Parsers;
import id.kentongan.dialogs.roll.PastedRoll;
import id.kentongan.dialogs.roll.RollLine;
import id.kentongan.dialogs.roll.RollReader;
import id.kentongan.integrations.TableFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A list of workers as a file: a workbook (XLSX), a table of text (CSV) or a text. What it is, is
/// told by its bytes, never by its name.
public final class RollFile {
  /// The largest file that is read, in bytes; 2,000 rows of a workbook have some 200 KB.
  public static final int LARGEST = 5 * 1024 * 1024;

  /// Photographs and pages: JPEG, PNG, GIF, WebP, HEIC, PDF.
  private static final List<String> PICTURES =
      List.of("\u00ff\u00d8\u00ff", "\u0089PNG", "GIF8", "RIFF", "%PDF-");

  /// Windows and Linux programs, scripts, Java and Android's byte code.
  private static final List<String> PROGRAMS =
      List.of("MZ", "\u007fELF", "#!", "\u00ca\u00fe\u00ba\u00be", "dex\n");

  private static final int SIGN = 12;

  private static final byte[] OLD = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
  private static final byte[] ZIP = {'P', 'K', 3, 4};

  private RollFile() {}

  /// What a file holds.
  public sealed interface Found {
    record Lines(List<RollLine> lines) implements Found {
      public Lines {
        lines = List.copyOf(lines);
      }
    }

    /// `where`: the cell or line it is about, empty for the whole file.
    record Refused(Why why, String where) implements Found {}
  }

  /// Why a file is not read.
  public enum Why {
    EMPTY,
    TOO_LARGE,
    TOO_MANY_ROWS,
    NOT_A_LIST,
    PICTURE,
    PROGRAM,
    ENCODING,
    OLD_OR_LOCKED_WORKBOOK,
    MACROS,
    FORMULA,
    MERGED_CELLS,
    DAMAGED
  }

  /// The file is refused, on the way out of its reading.
  static final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Why why;
    private final String where;

    Refusal(Why why, String where) {
      super(why.name(), null, false, false);
      this.why = why;
      this.where = where;
    }
  }

  public static Found read(byte[] file, Parsers parsers) {
    try {
      List<RollLine> lines = lines(file, parsers);
      return lines.isEmpty() ? new Found.Refused(Why.EMPTY, "") : new Found.Lines(lines);
    } catch (Refusal refusal) {
      return new Found.Refused(refusal.why, refusal.where);
    }
  }

  private static List<RollLine> lines(byte[] file, Parsers parsers) {
    if (file.length > LARGEST) {
      throw new Refusal(Why.TOO_LARGE, "");
    }
    String sign = new String(file, 0, Math.min(SIGN, file.length), StandardCharsets.ISO_8859_1);
    if (PICTURES.stream().anyMatch(sign::startsWith) || sign.startsWith("ftyp", 4)) {
      throw new Refusal(Why.PICTURE, "");
    }
    if (PROGRAMS.stream().anyMatch(sign::startsWith)) {
      throw new Refusal(Why.PROGRAM, "");
    }
    if (starts(file, OLD)) {
      throw new Refusal(Why.OLD_OR_LOCKED_WORKBOOK, "");
    }
    return starts(file, ZIP) ? RollBook.lines(file) : text(RollText.of(file), parsers);
  }

  private static List<RollLine> text(String text, Parsers parsers) {
    if (text.isBlank()) {
      throw new Refusal(Why.EMPTY, "");
    }
    boolean table = text.lines().limit(20).anyMatch(line -> line.matches(".*[;\\t,\"].*"));
    List<RollLine> lines = table ? table(text) : PastedRoll.lines(text, parsers);
    if (lines.size() > RollReader.MOST + RollBook.BEFORE) {
      throw new Refusal(Why.TOO_MANY_ROWS, "");
    }
    return lines;
  }

  private static List<RollLine> table(String text) {
    var lines = new Rows();
    var bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    try (CsvTable table = CsvTable.open(bytes)) {
      lines.add(1, table.headings());
      table.each(row -> lines.add((int) row.line(), row.cells()));
    } catch (TableFile.Broken e) {
      throw new Refusal(Why.DAMAGED, "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines.rows;
  }

  private static boolean starts(byte[] file, byte[] sign) {
    return file.length >= sign.length
        && java.util.Arrays.equals(file, 0, sign.length, sign, 0, sign.length);
  }

  /// Gathers rows, as many as a list may have.
  static final class Rows {
    private final List<RollLine> rows = new ArrayList<>();

    List<RollLine> all() {
      return rows;
    }

    void add(int line, List<String> cells) {
      if (cells.stream().allMatch(String::isBlank)) {
        return;
      }
      if (rows.size() == RollReader.MOST + RollBook.BEFORE) {
        throw new Refusal(Why.TOO_MANY_ROWS, "");
      }
      rows.add(new RollLine(line, cells.stream().map(cell -> plain(line, cell)).toList()));
    }

    /// why: `="3510..."` is how programs keep a number's digits in a CSV; anything else that begins
    /// so is a formula. See OWASP, CSV injection.
    private static String plain(int line, String cell) {
      String bare = cell.replaceFirst("^=\"([0-9+ .-]+)\"$", "$1").replaceFirst("^'(?=[0-9+])", "");
      if (bare.startsWith("=") || bare.startsWith("@")) {
        throw new Refusal(Why.FORMULA, Integer.toString(line));
      }
      return bare;
    }
  }
}
