package id.kentongan.integrations.postgres.files;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/// What people may send us to keep, proved by the first bytes.
public enum FileType {
  JPEG("image/jpeg"),
  PNG("image/png"),
  WEBP("image/webp"),
  HEIC("image/heic"),
  PDF("application/pdf"),
  WORKBOOK("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
  TEXT_TABLE("text/csv");

  /// As many bytes as it takes to tell.
  public static final int NEEDED = 12;

  private static final byte[] PNG_MAGIC = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

  /// The brands of HEIF files that hold HEVC pictures: ISO/IEC 23008-12.
  private static final Set<String> HEIC_BRANDS =
      Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1");

  private final String media;

  FileType(String media) {
    this.media = media;
  }

  /// The media type, e.g. `image/jpeg`.
  public String media() {
    return media;
  }

  /// A paper: a photograph or PDF.
  public static Optional<FileType> of(byte[] first) {
    if (first.length < NEEDED) {
      return Optional.empty();
    }
    if ((first[0] & 0xff) == 0xFF && (first[1] & 0xff) == 0xD8 && (first[2] & 0xff) == 0xFF) {
      return Optional.of(JPEG);
    }
    if (Arrays.equals(first, 0, PNG_MAGIC.length, PNG_MAGIC, 0, PNG_MAGIC.length)) {
      return Optional.of(PNG);
    }
    if (ascii(first, 0, 4).equals("RIFF") && ascii(first, 8, 12).equals("WEBP")) {
      return Optional.of(WEBP);
    }
    if (ascii(first, 4, 8).equals("ftyp") && HEIC_BRANDS.contains(ascii(first, 8, 12))) {
      return Optional.of(HEIC);
    }
    return ascii(first, 0, 5).equals("%PDF-") ? Optional.of(PDF) : Optional.empty();
  }

  /// A list of people: a workbook, which is a ZIP archive, or text in any encoding.
  public static Optional<FileType> table(byte[] first) {
    if (first.length == 0) {
      return Optional.empty();
    }
    if (first.length >= 4 && ascii(first, 0, 4).equals("PK\u0003\u0004")) {
      return Optional.of(WORKBOOK);
    }
    boolean wide = first.length > 1 && (first[0] & first[1] & 0xfe) == 0xfe;
    return wide || text(first) ? Optional.of(TEXT_TABLE) : Optional.empty();
  }

  private static boolean text(byte[] bytes) {
    for (byte one : bytes) {
      if (one >= 0 && one < ' ' && one != '\t' && one != '\r' && one != '\n') {
        return false;
      }
    }
    return true;
  }

  private static String ascii(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }
}
