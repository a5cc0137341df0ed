package id.kentongan.integrations.documents;

import id.kentongan.integrations.documents.PaperSheets.Sheet;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfReader;

/// What is done to strangers' PDFs: asked for here, and done in the process of [Apart].
final class PdfWork {
  private static final String PDF = "application/pdf";
  private static final byte[] NOTHING = {};

  private PdfWork() {}

  /// How many pages a PDF has; nothing when it is broken, has more than `most`, or does something
  /// by itself.
  static Optional<Integer> pages(byte[] pdf, int most) {
    return asked(List.of(new Sheet(PDF, pdf)), "pages", most)
        .map(made -> ByteBuffer.wrap(made).getInt());
  }

  static Optional<byte[]> page(PaperSheets sheets, byte[] pdf, int page) {
    return asked(
        List.of(new Sheet(PDF, pdf)), "page", sheets.dots(), sheets.side(), sheets.pages(), page);
  }

  static Optional<byte[]> joined(PaperSheets sheets, List<Sheet> all) {
    return asked(all, "joined", sheets.dots(), sheets.side(), sheets.pages());
  }

  private static Optional<byte[]> asked(List<Sheet> sheets, String what, Number... by) {
    var words = new ArrayList<String>(List.of(what));
    for (Number number : by) {
      words.add(number.toString());
    }
    return Apart.work(words, sheets).filter(made -> made.length > 0);
  }

  /// In that process.
  static byte[] done(String[] words, List<Sheet> all) {
    int[] by = new int[words.length];
    for (int i = 1; i < words.length; i++) {
      by[i] = Integer.parseInt(words[i]);
    }
    return switch (words[0]) {
      case "pages" -> counted(all.getFirst().bytes(), by[1]);
      case "page" -> drawing(by).page(all.getFirst().bytes(), by[4]).orElse(NOTHING);
      default -> drawing(by).joined(all).orElse(NOTHING);
    };
  }

  private static PaperSheets drawing(int[] by) {
    return new PaperSheets(by[1], by[2], by[3]);
  }

  private static byte[] counted(byte[] pdf, int most) {
    try (var reader = new PdfReader(pdf)) {
      int pages = reader.getNumberOfPages();
      boolean fine = !scripted(reader) && pages >= 1 && pages <= most;
      return fine ? ByteBuffer.allocate(Integer.BYTES).putInt(pages).array() : NOTHING;
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // why: pages may be each other's parents, and the reader follows them without end
      return NOTHING;
    }
  }

  /// Whether it would do something by itself when opened, or carries scripts.
  private static boolean scripted(PdfReader reader) {
    PdfDictionary catalog = reader.getCatalog();
    PdfDictionary names = catalog.getAsDict(PdfName.NAMES);
    PdfDictionary opening = catalog.getAsDict(PdfName.OPENACTION);
    return catalog.contains(PdfName.AA)
        || (names != null
            && (names.contains(PdfName.JAVASCRIPT) || names.contains(PdfName.EMBEDDEDFILES)))
        || (opening != null && opening.contains(PdfName.S));
  }
}
