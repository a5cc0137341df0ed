package id.kentongan.integrations.documents;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import id.kentongan.integrations.TableFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/// A CSV file as programs write it: commas, semicolons or tabs, in UTF-8, or in UTF-16 with its
/// mark. Everything else is refused with what to do about it. Only one row at a time is in memory.
public final class CsvTable implements TableFile {
  private static final int HEAD = 4096;
  private static final byte[] ZIP = {'P', 'K', 3, 4};

  private final CsvReader<CsvRecord> reader;
  private final Iterator<CsvRecord> records;
  private final List<String> headings;
  private long line;

  private CsvTable(CsvReader<CsvRecord> reader) {
    this.reader = reader;
    this.records = reader.iterator();
    Row first = next();
    this.headings = first.cells();
  }

  /// Opens a file; throws [Broken] when it is none of ours.
  public static CsvTable open(Path file) {
    try {
      return open(Files.newInputStream(file));
    } catch (IOException e) {
      throw new Broken("it cannot be read: " + e.getClass().getSimpleName());
    }
  }

  /// The same of a stream, which is closed with the table.
  public static CsvTable open(InputStream stream) throws IOException {
    var in = new BufferedInputStream(stream, 1 << 16);
    in.mark(HEAD);
    byte[] head = in.readNBytes(HEAD);
    in.reset();
    Charset charset = charset(head);
    String start = new String(head, charset);
    Reader text =
        new InputStreamReader(
            in,
            charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT));
    var reader =
        CsvReader.builder()
            .fieldSeparator(separator(start))
            .skipEmptyLines(true)
            .detectBomHeader(false)
            .ofCsvRecord(text);
    return new CsvTable(reader);
  }

  @Override
  public List<String> headings() {
    return headings;
  }

  @Override
  public void each(Consumer<Row> taker) {
    while (hasNext()) {
      taker.accept(next());
    }
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean hasNext() {
    try {
      return records.hasNext();
    } catch (UncheckedIOException | CsvParseException e) {
      throw broken(e);
    }
  }

  private Row next() {
    if (!hasNext()) {
      throw new Broken("it is empty");
    }
    CsvRecord record = records.next();
    line = record.getStartingLineNumber();
    return new Row(line, record.getFields().stream().map(CsvTable::bare).toList());
  }

  private Broken broken(RuntimeException e) {
    if (e.getCause() instanceof CharacterCodingException) {
      return new Broken(
          "after line " + line + " it is not in UTF-8: save it as \"CSV UTF-8\" and send it again");
    }
    return new Broken("after line " + line + " it cannot be read as CSV: look at its quotes");
  }

  private static String bare(String cell) {
    return cell.replace("\uFEFF", "").strip();
  }

  private static Charset charset(byte[] head) {
    if (starts(head, ZIP)) {
      throw new Broken("it is a workbook or an archive: save the sheet as \"CSV UTF-8\"");
    }
    if (starts(head, new byte[] {(byte) 0xFF, (byte) 0xFE})) {
      return StandardCharsets.UTF_16LE;
    }
    if (starts(head, new byte[] {(byte) 0xFE, (byte) 0xFF})) {
      return StandardCharsets.UTF_16BE;
    }
    for (byte b : head) {
      if (b == 0) {
        throw new Broken("it is not text");
      }
    }
    return StandardCharsets.UTF_8;
  }

  private static boolean starts(byte[] head, byte[] sign) {
    return head.length >= sign.length
        && java.util.Arrays.equals(head, 0, sign.length, sign, 0, sign.length);
  }

  /// The separator that the first line has most of.
  private static char separator(String start) {
    String first = start.lines().findFirst().orElse("");
    char most = ',';
    for (char candidate : new char[] {';', '\t'}) {
      if (count(first, candidate) > count(first, most)) {
        most = candidate;
      }
    }
    return most;
  }

  private static long count(String text, char of) {
    return text.chars().filter(c -> c == of).count();
  }
}
