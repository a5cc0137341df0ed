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
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
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
    assertThat(PdfBombs.bursts("stream\nx".getBytes(StandardCharsets.ISO_8859_1), 2000)).isFalse();
  }

  /// 300 streams that begin in each other and share an end which unpacks to 4 MB and breaks off.
  @Test
  void refusesAPdfWhoseStreamsTakeForEverToUnpack() throws IOException {
    byte[] deep = inEachOther(300, 4_000_000);
    assertThat(deep.length).isLessThan(20_000);
    assertThat(PdfBombs.bursts(deep, 200_000_000)).isTrue();
    assertThat(PdfBombs.bursts(inEachOther(2, 4_000_000), 200_000_000)).isFalse();
  }

  /// A pass of a hundred bytes takes as long as the picture.
  @Test
  void refusesAPhotographOfTooManyPasses() throws IOException {
    byte[] jpeg = progressive(paper(800, 600, Color.WHITE));
    assertThat(JpegPasses.of(jpeg).several()).isTrue();
    assertThat(check.look("image/jpeg", jpeg)).isEqualTo(new Look.Seen(Set.of()));
    assertThat(check.look("image/jpeg", passesAgain(jpeg, 20))).isInstanceOf(Look.Seen.class);
    assertThat(check.look("image/jpeg", passesAgain(jpeg, 40))).isEqualTo(new Look.Refused());
  }

  @Test
  void refusesAPhotographInPassesThatWouldFillTheMemory() throws IOException {
    byte[] jpeg = progressive(paper(800, 600, Color.WHITE));
    byte[] plain = bytes(paper(800, 600, Color.WHITE), "jpg");
    assertThat(JpegPasses.of(plain)).isEqualTo(new JpegPasses(1, false));
    assertThat(check.look("image/jpeg", sized(jpeg, 4600, 4600))).isEqualTo(new Look.Refused());
    assertThat(check.look("image/jpeg", sized(plain, 4600, 4600))).isInstanceOf(Look.Seen.class);
  }

  private static byte[] inEachOther(int streams, int unpacked) throws IOException {
    var tail = new ByteArrayOutputStream();
    var raw = new Deflater(Deflater.BEST_COMPRESSION, true);
    try (var zip = new DeflaterOutputStream(tail, raw, 512, true)) {
      zip.write(new byte[unpacked]);
      zip.flush();
      tail.write(7);
    }
    byte[] name = "stream".getBytes(StandardCharsets.ISO_8859_1);
    var pdf = new ByteArrayOutputStream();
    pdf.write("%PDF-1.4\n".getBytes(StandardCharsets.ISO_8859_1));
    for (int left = streams - 1; left >= 0; left--) {
      int stored = left * (name.length + 7);
      pdf.write(name);
      pdf.write(new byte[] {0x78, 1, 0, (byte) stored, (byte) (stored >> 8)});
      pdf.write(new byte[] {(byte) ~stored, (byte) (~stored >> 8)});
    }
    pdf.write(tail.toByteArray());
    return pdf.toByteArray();
  }

  private static byte[] progressive(BufferedImage image) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    var param = writer.getDefaultWriteParam();
    param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
    var out = new ByteArrayOutputStream();
    try (var stream = ImageIO.createImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, null), param);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  /// With its last pass so many times more.
  private static byte[] passesAgain(byte[] jpeg, int times) {
    String text = new String(jpeg, StandardCharsets.ISO_8859_1);
    int end = text.lastIndexOf("\u00ff\u00d9");
    String last = text.substring(text.lastIndexOf("\u00ff\u00da"), end);
    return (text.substring(0, end) + last.repeat(times) + text.substring(end))
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  /// As large as it is told, with what there is of it.
  private static byte[] sized(byte[] jpeg, int width, int height) {
    var told = ByteBuffer.wrap(jpeg.clone());
    int at = 2;
    while ((told.get(at + 1) & 0xFC) != 0xC0) {
      at += 2 + (told.getShort(at + 2) & 0xFFFF);
    }
    return told.putShort(at + 5, (short) height).putShort(at + 7, (short) width).array();
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

  /// As a scan is, once it is compressed.
  @Test
  void findsNothingHiddenInBytesByDice() {
    for (int seed = 0; seed < 20; seed++) {
      byte[] scan = new byte[5_000_000];
      new Random(seed).nextBytes(scan);
      assertThat(PdfBounds.hold(new String(scan, StandardCharsets.ISO_8859_1)))
          .as("seed %d", seed)
          .isTrue();
    }
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

  /// A thousand bytes: ten times the same ten pages, and so on, would fill the memory.
  @Test
  void refusesPagesWithoutNumber() {
    var pages = new StringBuilder("%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n");
    for (int i = 2; i < 14; i++) {
      String kids = (i + 1 + " 0 R ").repeat(10);
      pages.append("%d 0 obj <</Type/Pages/Count 1/Kids[%s]>> endobj%n".formatted(i, kids));
    }
    pages.append("14 0 obj <</Type/Page/MediaBox[0 0 1 1]>> endobj\ntrailer <</Root 1 0 R>>");
    byte[] pdf = pages.toString().getBytes(StandardCharsets.ISO_8859_1);
    assertThat(check.look("application/pdf", pdf)).isEqualTo(new Look.Refused());
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
