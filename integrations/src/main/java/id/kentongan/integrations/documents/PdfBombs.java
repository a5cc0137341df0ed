package id.kentongan.integrations.documents;

import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Whether a PDF that looks small would fill the memory once it is read: the compressed streams in
/// it are unpacked, and thrown away, up to a limit. What is read of the file counts too, and what
/// breaks off: thousands of streams may begin in each other, and each be followed to its end.
final class PdfBombs {
  private static final String STREAM = "stream";
  private static final int CHUNK = 1 << 16;

  /// What a look costs where there is nothing, in bytes that could be unpacked instead.
  private static final int LOOK = 500;

  private PdfBombs() {}

  static boolean bursts(byte[] pdf, long most) {
    String text = new String(pdf, StandardCharsets.ISO_8859_1);
    var inflater = new Inflater();
    var out = new byte[CHUNK];
    long total = 0;
    for (int at = text.indexOf(STREAM);
        at >= 0 && total < most;
        at = text.indexOf(STREAM, at + 1)) {
      int start = at + STREAM.length();
      while (start < pdf.length && (pdf[start] == '\r' || pdf[start] == '\n')) {
        start++;
      }
      if (start < pdf.length && (pdf[start] & 0x0f) == 8) {
        inflater.reset();
        inflater.setInput(pdf, start, pdf.length - start);
        total += LOOK + worked(inflater, out, most - total);
      }
    }
    inflater.end();
    return total >= most;
  }

  /// The bytes that went in and came out until the end, what is broken, or `most`.
  private static long worked(Inflater inflater, byte[] out, long most) {
    try {
      while (work(inflater) < most && inflater.inflate(out) > 0) {}
    } catch (DataFormatException broken) {
      // why: a reader unpacks what comes before it too
    }
    return work(inflater);
  }

  private static long work(Inflater inflater) {
    return inflater.getBytesRead() + inflater.getBytesWritten();
  }
}
