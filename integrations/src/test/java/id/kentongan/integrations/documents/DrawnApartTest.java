package id.kentongan.integrations.documents;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.integrations.documents.PaperSheets.Sheet;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.junit.jupiter.api.Test;

/// Beside [PaperSheetsTest], which tells what is drawn.
class DrawnApartTest {
  private final DrawnApart apart = new DrawnApart(new PaperSheets(1_000_000, 400, 3));

  @Test
  void drawsAPage() throws IOException {
    byte[] pdf = pdf("0 0 100 100 re f");
    byte[] page = apart.page(pdf, 1).orElseThrow();
    assertThat(ImageIO.read(new ByteArrayInputStream(page)).getHeight()).isBetween(399, 401);
    assertThat(apart.page(pdf, 2)).isEmpty();
    assertThat(apart.page(pdf, 0)).isEmpty();
    assertThat(apart.page(new byte[] {'%', 'P', 'D', 'F', '-'}, 1)).isEmpty();
  }

  @Test
  void joinsSheets() throws IOException {
    var sheet = new Sheet("application/pdf", pdf("0 0 100 100 re f"));
    try (var joined = Loader.loadPDF(apart.joined(List.of(sheet, sheet)).orElseThrow())) {
      assertThat(joined.getNumberOfPages()).isEqualTo(2);
    }
    assertThat(apart.joined(List.of())).isEmpty();
  }

  /// Ten thousand bytes by which a drawing keeps five million states: more memory than there is.
  @Test
  void whatTakesAllMemoryTakesItElsewhere() throws IOException {
    byte[] states = pdf("q ".repeat(5_000_000));
    assertThat(states.length).isLessThan(20_000);
    assertThat(apart.page(states, 1)).isEmpty();
  }

  private static byte[] pdf(String content) throws IOException {
    try (var document = new PDDocument()) {
      var page = new PDPage();
      var bytes = new ByteArrayInputStream(content.getBytes(StandardCharsets.US_ASCII));
      page.setContents(new PDStream(document, bytes, COSName.FLATE_DECODE));
      document.addPage(page);
      var out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }
}
