package id.kentongan.integrations.documents;

import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Whether a PDF that looks small would fill the memory once it is read: the compressed streams in
/// it are unpacked, and thrown away, up to a limit.
final class PdfBombs {
  private static final String STREAM = "stream";
  private static final int CHUNK = 1 << 16;

  private PdfBombs() {}

  static boolean bursts(byte[] pdf, long most) {
    String text = new String(pdf, StandardCharsets.ISO_8859_1);
    long total = 0;
    for (int at = text.indexOf(STREAM); at >= 0; at = text.indexOf(STREAM, at + 1)) {
      int start = at + STREAM.length();
      while (start < pdf.length && (pdf[start] == '\r' || pdf[start] == '\n')) {
        start++;
      }
      if (start < pdf.length && (pdf[start] & 0x0f) == 8) {
        total += unpacked(pdf, start, most - total);
      }
      if (total >= most) {
        return true;
      }
    }
    return false;
  }

  private static long unpacked(byte[] bytes, int start, long most) {
    var inflater = new Inflater();
    try {
      inflater.setInput(bytes, start, bytes.length - start);
      var out = new byte[CHUNK];
      long total = 0;
      while (!inflater.finished() && total < most) {
        int more = inflater.inflate(out);
        if (more == 0) {
          return total;
        }
        total += more;
      }
      return total;
    } catch (DataFormatException e) {
      return 0;
    } finally {
      inflater.end();
    }
  }
}
