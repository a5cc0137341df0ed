package id.kentongan.integrations.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.Image;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;

/// Writes pages (PDF, A4) to print for a meeting.
public final class Pdf {
  public static final String TYPE = "application/pdf";
  private static final float MARGIN = 50;
  private static final float BETWEEN = 10;
  private static final int CODE = 300;

  private Pdf() {}

  public static byte[] bytes(Page page) {
    var out = new ByteArrayOutputStream();
    var document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN);
    PdfWriter.getInstance(document, out);
    document.addTitle(page.title());
    document.open();
    var title = new Paragraph(page.title(), new Font(Font.HELVETICA, 16, Font.BOLD));
    title.setSpacingAfter(BETWEEN);
    document.add(title);
    for (Page.Block block : page.blocks()) {
      document.add(element(block));
    }
    document.close();
    return out.toByteArray();
  }

  private static Element element(Page.Block block) {
    return switch (block) {
      case Page.Words(String text) -> {
        var words = new Paragraph(text, new Font(Font.HELVETICA, 11));
        words.setSpacingAfter(BETWEEN);
        yield words;
      }
      case Page.Table(var headings, var rows) -> table(headings, rows, Element.ALIGN_RIGHT);
      case Page.Fields(var headings, var rows) -> table(headings, rows, Element.ALIGN_LEFT);
      case Page.Code(String text) -> code(text);
    };
  }

  private static Image code(String text) {
    try {
      Image code = Image.getInstance(Qr.of(text, CODE), null);
      code.scaleToFit(CODE / 2f, CODE / 2f);
      return code;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// `others`: how columns after the first are set.
  private static PdfPTable table(List<String> headings, List<List<String>> rows, int others) {
    var drawn = new PdfPTable(headings.size());
    drawn.setWidthPercentage(100);
    drawn.setSpacingAfter(BETWEEN);
    drawn.setHeaderRows(1);
    row(drawn, headings, new Font(Font.HELVETICA, 10, Font.BOLD), others);
    rows.forEach(cells -> row(drawn, cells, new Font(Font.HELVETICA, 10), others));
    return drawn;
  }

  private static void row(PdfPTable into, List<String> cells, Font font, int others) {
    for (int i = 0; i < cells.size(); i++) {
      var cell = new PdfPCell(new Phrase(cells.get(i), font));
      cell.setPadding(5);
      cell.setHorizontalAlignment(i == 0 ? Element.ALIGN_LEFT : others);
      into.addCell(cell);
    }
  }
}
