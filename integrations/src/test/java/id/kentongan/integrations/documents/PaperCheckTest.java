package id.kentongan.integrations.documents;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.talk.Answer.Flaw;
import id.kentongan.integrations.documents.PaperCheck.Look;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.openpdf.text.Document;
import org.openpdf.text.Paragraph;
import org.openpdf.text.pdf.PdfWriter;

class PaperCheckTest {
  /// One dot.
  private static final String WEBP = "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==";

  private final PaperCheck check = new PaperCheck(new PaperCheck.Least(500, 45, 40, 60_000_000, 3));

  @Test
  void readsASharpPaper() throws IOException {
    assertThat(look(paper(1600, 1200, Color.WHITE))).isEqualTo(new Look.Seen(Set.of()));
  }

  @Test
  void marksWhatIsBlurredDarkOrSmall() throws IOException {
    assertThat(look(blurred(paper(1600, 1200, Color.WHITE))))
        .isEqualTo(new Look.Seen(Set.of(Flaw.BLURRED)));
    assertThat(look(paper(1600, 1200, new Color(24, 22, 20))))
        .isEqualTo(new Look.Seen(Set.of(Flaw.DARK)));
    assertThat(look(paper(400, 300, Color.WHITE))).isEqualTo(new Look.Seen(Set.of(Flaw.SMALL)));
  }

  @Test
  void cannotShowHeicAndLooksAtWebP() {
    assertThat(check.look("image/heic", new byte[20]))
        .isEqualTo(new Look.Seen(Set.of(Flaw.NOT_SHOWN)));
    byte[] dot = Base64.getDecoder().decode(WEBP);
    assertThat(check.look("image/webp", dot))
        .isInstanceOfSatisfying(
            Look.Seen.class, seen -> assertThat(seen.flaws()).contains(Flaw.SMALL));
    assertThat(check.look("image/webp", Arrays.copyOf(dot, 24))).isEqualTo(new Look.Refused());
    assertThat(check.look("image/webp", new byte[20])).isEqualTo(new Look.Refused());
  }

  /// 16,383 by 16,383 dots, as the header of a lossless WebP says it.
  @Test
  void refusesAWebPThatWouldBeUnpackedAsAWhole() {
    byte[] huge = Base64.getDecoder().decode(WEBP);
    for (int i = 21; i < 25; i++) {
      huge[i] = (byte) (i == 24 ? 0x0f : 0xff);
    }
    assertThat(check.look("image/webp", huge)).isEqualTo(new Look.Refused());
  }

  @Test
  void refusesAPdfThatFillsTheMemoryOnceUnpacked() throws IOException {
    assertThat(check.look("application/pdf", bomb(250_000_000))).isEqualTo(new Look.Refused());
    assertThat(PdfBombs.bursts(bomb(1_000_000), 200_000_000)).isFalse();
    assertThat(PdfBombs.bursts("stream\nx".getBytes(StandardCharsets.ISO_8859_1), 10)).isFalse();
  }

  @Test
  void refusesAPdfThatClaimsMoreThanItHolds() {
    for (String evil :
        List.of(
            "%PDF-1.4\nxref\n999999999 1\n0000000000 65535 f \ntrailer <</Size 1/Root 1 0 R>>",
            "%PDF-1.4\n1999999999 0 obj <</Type/Catalog>> endobj",
            "%PDF-1.5\n1 0 obj <</Type/XRef/W[1 2 2]/Size 900000000>> stream\nendstream endobj",
            "%PDF-1.5\n1 0 obj <</Type/Obj#53tm>> stream\nendstream endobj")) {
      assertThat(PdfBounds.hold(evil)).as(evil).isFalse();
      assertThat(check.look("application/pdf", evil.getBytes(StandardCharsets.ISO_8859_1)))
          .isEqualTo(new Look.Refused());
    }
    assertThat(PdfBounds.hold("0000000017 00000 n \n(D:20261121090000) <0123456789AB> /F#20x"))
        .isTrue();
  }

  @Test
  void refusesPagesThatAreTheirOwnParents() {
    String pages =
        """
        %PDF-1.4
        1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
        2 0 obj <</Type/Pages/Count 1/Kids[2 0 R]>> endobj
        trailer <</Root 1 0 R>>
        """;
    assertThat(check.look("application/pdf", pages.getBytes(StandardCharsets.ISO_8859_1)))
        .isEqualTo(new Look.Refused());
  }

  /// So many zeros, packed.
  private static byte[] bomb(int size) throws IOException {
    var packed = new ByteArrayOutputStream();
    packed.write(
        "%PDF-1.7\n1 0 obj <</Filter/FlateDecode>>\nstream\n"
            .getBytes(StandardCharsets.ISO_8859_1));
    try (var zip = new DeflaterOutputStream(packed)) {
      var zeros = new byte[1 << 20];
      for (int written = 0; written < size; written += zeros.length) {
        zip.write(zeros);
      }
    }
    packed.write("\nendstream".getBytes(StandardCharsets.ISO_8859_1));
    return packed.toByteArray();
  }

  @Test
  void refusesBrokenAndEnormousPictures() throws IOException {
    assertThat(check.look("image/jpeg", new byte[] {1, 2, 3})).isEqualTo(new Look.Refused());
    byte[] png = bytes(paper(800, 600, Color.WHITE), "png");
    assertThat(check.look("image/png", Arrays.copyOf(png, png.length / 3)))
        .isEqualTo(new Look.Refused());
    var narrow = new PaperCheck(new PaperCheck.Least(500, 45, 40, 1000, 3));
    assertThat(narrow.look("image/png", png)).isEqualTo(new Look.Refused());
  }

  @Test
  void takesPlainPdfsOnly() {
    assertThat(check.look("application/pdf", pdf(1, false, false)))
        .isEqualTo(new Look.Seen(Set.of()));
    assertThat(check.look("application/pdf", pdf(4, false, false))).isEqualTo(new Look.Refused());
    assertThat(check.look("application/pdf", pdf(1, true, false))).isEqualTo(new Look.Refused());
    assertThat(check.look("application/pdf", pdf(1, false, true))).isEqualTo(new Look.Refused());
    assertThat(check.look("application/pdf", new byte[] {'%', 'P', 'D', 'F'}))
        .isEqualTo(new Look.Refused());
  }

  private Look look(BufferedImage image) throws IOException {
    return check.look("image/jpeg", bytes(image, "jpg"));
  }

  private static BufferedImage paper(int width, int height, Color ground) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(ground);
    pen.fillRect(0, 0, width, height);
    pen.setColor(Color.BLACK);
    pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 28));
    for (int y = 40; y < height; y += 40) {
      pen.drawString("KARTU KELUARGA No 3510171708850001 Budi Santoso Siti Aminah", 10, y);
    }
    pen.dispose();
    return image;
  }

  private static BufferedImage blurred(BufferedImage sharp) {
    var weights = new float[225];
    Arrays.fill(weights, 1 / 225f);
    var blur = new ConvolveOp(new Kernel(15, 15, weights), ConvolveOp.EDGE_NO_OP, null);
    return blur.filter(blur.filter(sharp, null), null).getSubimage(20, 20, 1500, 1100);
  }

  private static byte[] bytes(BufferedImage image, String format) throws IOException {
    var out = new ByteArrayOutputStream();
    ImageIO.write(image, format, out);
    return out.toByteArray();
  }

  private static byte[] pdf(int pages, boolean locked, boolean script) {
    var out = new ByteArrayOutputStream();
    var document = new Document();
    PdfWriter writer = PdfWriter.getInstance(document, out);
    document.open();
    for (String page : List.of("satu", "dua", "tiga", "empat").subList(0, pages)) {
      document.add(new Paragraph(page));
      document.newPage();
    }
    if (script) {
      writer.addJavaScript("app.alert('x');");
    }
    document.close();
    String written = out.toString(StandardCharsets.ISO_8859_1);
    String trailer = locked ? written.replace("/Root", "/Encrypt 1 0 R/Root") : written;
    return trailer.getBytes(StandardCharsets.ISO_8859_1);
  }
}
