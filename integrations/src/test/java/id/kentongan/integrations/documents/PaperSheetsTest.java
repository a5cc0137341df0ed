package id.kentongan.integrations.documents;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.integrations.documents.PaperSheets.Sheet;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaperSheetsTest {
  /// One dot.
  private static final String WEBP = "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==";

  private final PaperSheets sheets = new PaperSheets(1_000_000, 400, 3);

  /// The top left corner of the picture is black; where it is once the picture is upright.
  @ParameterizedTest
  @CsvSource({
    "2, 120, 80, right, top",
    "3, 120, 80, right, bottom",
    "4, 120, 80, left, bottom",
    "5, 80, 120, left, top",
    "6, 80, 120, right, top",
    "7, 80, 120, right, bottom",
    "8, 80, 120, left, bottom"
  })
  void aPhotographIsShownUpright(int orientation, int width, int height, String across, String down)
      throws IOException {
    byte[] shown = sheets.upright(turned(corner(), orientation)).orElseThrow();
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(shown));
    assertThat(image.getWidth()).isEqualTo(width);
    assertThat(image.getHeight()).isEqualTo(height);
    int x = across.equals("left") ? 8 : width - 8;
    int y = down.equals("top") ? 8 : height - 8;
    assertThat(dark(image, x, y)).as("the corner").isTrue();
    assertThat(dark(image, width - x, height - y)).as("across it").isFalse();
  }

  @Test
  void whatIsUprightOrTellsNothingStaysAsItIs() throws IOException {
    assertThat(sheets.upright(jpeg(corner()))).isEmpty();
    assertThat(sheets.upright(turned(corner(), 1))).isEmpty();
    assertThat(sheets.upright(turned(corner(), 77))).isEmpty();
    assertThat(sheets.upright(new byte[] {1, 2, 3})).isEmpty();
    byte[] cut = turned(corner(), 6);
    for (int length = 0; length < 60; length++) {
      assertThat(sheets.upright(java.util.Arrays.copyOf(cut, length))).isEmpty();
    }
  }

  @Test
  void aPageIsAPicture() throws IOException {
    byte[] pdf = pdf(2, corner());
    byte[] page = sheets.page(pdf, 2).orElseThrow();
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(page));
    assertThat(Math.max(image.getWidth(), image.getHeight())).isBetween(399, 401);
    assertThat(sheets.page(pdf, 3)).isEmpty();
    assertThat(sheets.page(pdf, 0)).isEmpty();
    assertThat(sheets.page(new byte[] {'%', 'P', 'D', 'F', '-'}, 1)).isEmpty();
  }

  @Test
  void aPageWithAPictureOutOfAllMeasureIsNotDrawn() throws IOException {
    var huge = new BufferedImage(1200, 1200, BufferedImage.TYPE_BYTE_BINARY);
    assertThat(sheets.page(pdf(1, huge), 1)).isEmpty();
  }

  @Test
  void sheetsOfAllKindsAreJoinedUpToALimit() throws IOException {
    var photograph = new Sheet("image/jpeg", turned(corner(), 6));
    var webp = new Sheet("image/webp", Base64.getDecoder().decode(WEBP));
    var broken = new Sheet("image/jpeg", new byte[] {1, 2});
    byte[] two = sheets.joined(List.of(photograph, webp)).orElseThrow();
    try (PDDocument joined = Loader.loadPDF(two)) {
      assertThat(joined.getNumberOfPages()).isEqualTo(2);
      assertThat(joined.getPage(0).getMediaBox().getHeight())
          .as("upright, though taken lying")
          .isGreaterThan(joined.getPage(0).getMediaBox().getWidth());
    }
    var pages = new Sheet("application/pdf", pdf(5, corner()));
    try (PDDocument joined =
        Loader.loadPDF(sheets.joined(List.of(photograph, pages)).orElseThrow())) {
      assertThat(joined.getNumberOfPages()).as("at most").isEqualTo(3);
    }
    assertThat(sheets.joined(List.of(photograph, broken, webp))).isEmpty();
    assertThat(sheets.joined(List.of(broken))).isEmpty();
    assertThat(sheets.joined(List.of())).isEmpty();
  }

  /// White, 120 by 80, with a black corner at the top left.
  private static BufferedImage corner() {
    var image = new BufferedImage(120, 80, BufferedImage.TYPE_INT_RGB);
    var pen = image.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, 120, 80);
    pen.setColor(Color.BLACK);
    pen.fillRect(0, 0, 24, 24);
    pen.dispose();
    return image;
  }

  private static boolean dark(BufferedImage image, int x, int y) {
    return new Color(image.getRGB(x, y)).getRed() < 100;
  }

  private static byte[] jpeg(BufferedImage image) throws IOException {
    var out = new ByteArrayOutputStream();
    ImageIO.write(image, "jpeg", out);
    return out.toByteArray();
  }

  /// With an Exif segment as a phone writes it.
  private static byte[] turned(BufferedImage image, int orientation) throws IOException {
    byte[] plain = jpeg(image);
    var out = new ByteArrayOutputStream();
    out.write(plain, 0, 2);
    byte[] tiff = {
      'I',
      'I',
      42,
      0,
      8,
      0,
      0,
      0,
      1,
      0,
      0x12,
      1,
      3,
      0,
      1,
      0,
      0,
      0,
      (byte) orientation,
      0,
      0,
      0,
      0,
      0,
      0,
      0
    };
    out.write(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, (byte) (2 + 6 + tiff.length)});
    out.write(new byte[] {'E', 'x', 'i', 'f', 0, 0});
    out.write(tiff);
    out.write(plain, 2, plain.length - 2);
    return out.toByteArray();
  }

  private static byte[] pdf(int pages, BufferedImage image) throws IOException {
    try (var document = new PDDocument()) {
      for (int i = 0; i < pages; i++) {
        var page = new PDPage();
        document.addPage(page);
        try (var content = new PDPageContentStream(document, page)) {
          content.drawImage(LosslessFactory.createFromImage(document, image), 50, 50);
        }
      }
      var out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }
}
