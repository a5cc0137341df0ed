package id.kentongan.integrations.documents;

import id.kentongan.integrations.documents.RollFile.Refusal;
import id.kentongan.integrations.documents.RollFile.Why;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/// Looks through the parts of a workbook before anything reads it, and packs them anew.
///
/// why anew: only what was looked at is read, whatever else the archive may hide.
final class BookParts {
  private static final int MOST_PARTS = 300;
  private static final int LARGEST = 48 * 1024 * 1024;
  private static final Pattern MERGED =
      Pattern.compile("<(?:\\w+:)?mergeCell\\s[^<>]*ref=\"([A-Z0-9:]{1,20})\"");

  /// why: the reader makes room for every column up to a cell's, and none lies behind `XFD`.
  private static final Pattern FAR_CELL =
      Pattern.compile("\\sr\\s*=\\s*([\"'])(?![A-Z]{0,3}\\d{1,7}\\1)");

  private static final String STYLED =
      "<Override PartName=\"/xl/styles.xml\" ContentType=\""
          + "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>";

  private static final byte[] NO_STYLES =
      "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"/>"
          .getBytes(StandardCharsets.UTF_8);

  private final Map<String, byte[]> parts = new LinkedHashMap<>();
  private int room = LARGEST;

  private BookParts() {}

  static byte[] checked(byte[] file) {
    var parts = new BookParts();
    try {
      parts.take(file);
      parts.check();
      parts.style();
      return parts.packed();
    } catch (IOException | IllegalArgumentException e) {
      throw new Refusal(Why.DAMAGED, "");
    }
  }

  private void take(byte[] file) throws IOException {
    try (var zip =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(file)).get()) {
      for (ZipArchiveEntry part : Collections.list(zip.getEntries())) {
        try (InputStream inflated = zip.getInputStream(part)) {
          byte[] bytes = inflated.readNBytes(room + 1);
          room -= bytes.length;
          if (room < 0 || parts.size() == MOST_PARTS) {
            throw new Refusal(Why.TOO_LARGE, "");
          }
          if (parts.put(part.getName(), bytes) != null) {
            throw new Refusal(Why.DAMAGED, "");
          }
        }
      }
    }
  }

  private void check() {
    if (!parts.containsKey("[Content_Types].xml") || !parts.containsKey("xl/workbook.xml")) {
      throw new Refusal(Why.NOT_A_LIST, "");
    }
    parts.forEach(
        (name, bytes) -> {
          String low = name.toLowerCase(Locale.ROOT);
          if (low.contains("vbaproject") || low.contains("macrosheets/")) {
            throw new Refusal(Why.MACROS, "");
          }
          if (low.endsWith(".xml") || low.endsWith(".rels")) {
            xml(low, new String(bytes, StandardCharsets.ISO_8859_1));
          }
        });
  }

  private static void xml(String name, String text) {
    boolean sheet = name.startsWith("xl/worksheets/") && name.endsWith(".xml");
    if (text.contains("<!DOCTYPE")
        || text.indexOf('\0') >= 0
        || (sheet && FAR_CELL.matcher(text).find())) {
      throw new Refusal(Why.DAMAGED, "");
    }
    if (name.equals("[content_types].xml") && text.contains("macroEnabled")) {
      throw new Refusal(Why.MACROS, "");
    }
    Matcher merged = MERGED.matcher(sheet ? text : "");
    if (merged.find()) {
      throw new Refusal(Why.MERGED_CELLS, merged.group(1));
    }
  }

  /// why: a workbook may leave its styles out, and the reader insists on them.
  private void style() {
    parts.putIfAbsent("xl/styles.xml", NO_STYLES);
    parts.computeIfPresent(
        "[Content_Types].xml",
        (name, bytes) -> {
          String types = new String(bytes, StandardCharsets.UTF_8);
          return types.contains("styles+xml")
              ? bytes
              : types.replace("</Types>", STYLED + "</Types>").getBytes(StandardCharsets.UTF_8);
        });
  }

  private byte[] packed() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.setLevel(1);
      for (var part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
