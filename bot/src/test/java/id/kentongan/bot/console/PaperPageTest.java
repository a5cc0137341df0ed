package id.kentongan.bot.console;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.ClaimForm;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.integrations.contract.Branch;
import id.kentongan.integrations.contract.Forms;
import id.kentongan.integrations.postgres.accounts.Role;
import id.kentongan.integrations.postgres.files.PostgresFiles;
import id.kentongan.integrations.postgres.members.PostgresRegistry;
import id.kentongan.integrations.postgres.records.PostgresRecords;
import io.vertx.core.buffer.Buffer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A claim's papers as an officer sees them: marked, upright, a PDF's first page, joined.
class PaperPageTest {
  private static final ConversationId WATI = new ConversationId("telegram", "900");
  private static Office office;
  private static PostgresFiles files;
  private static String claim = "";
  private static String photograph = "";
  private static String pdf = "";

  @BeforeAll
  static void open() throws IOException {
    office = new Office();
    files = new PostgresFiles(office.database, Office.KEY, office.clock);
    var records =
        new PostgresRecords(
            office.database,
            Office.KEY,
            new PostgresRegistry(office.database, Office.KEY),
            office.clock,
            Branch.OFFICES,
            Branch.ZONE);
    photograph = kept("a", "image/jpeg", lying());
    pdf = kept("b", "application/pdf", pages(2));
    files.mark(photograph, Set.of(Answer.Flaw.DARK), 1).await();
    files.mark(pdf, Set.of(), 2).await();
    byte[] broken = "%PDF-1.7 nothing".getBytes(StandardCharsets.US_ASCII);
    var papers =
        List.of(
            new ClaimForm.Paper(photograph, "id-card-heir"),
            new ClaimForm.Paper(pdf, "id-card-heir"),
            new ClaimForm.Paper(kept("e", "image/jpeg", lying()), "family-card"),
            new ClaimForm.Paper(kept("d", "application/pdf", broken), "family-card"));
    var form = Forms.claim(new Nik("3510170302889123"), papers);
    var opened = records.ask(WATI, EffectId.of(WATI, 1, 0), new Effect.OpenClaim(form)).await();
    claim = ((Answer.ClaimOpened) opened).number();
  }

  @AfterAll
  static void close() {
    office.close();
  }

  @Test
  void thePageMarksWhatIsHardToReadAndShowsTheFirstPage() {
    String page = office.get("/console/klaim/" + claim, office.in(Role.OFFICER)).body();
    assertThat(page)
        .contains("gelap")
        .contains("2 halaman")
        .contains("/console/berkas/" + pdf + "/halaman/1")
        .contains("Satukan 2 lembar");
  }

  @Test
  void aPhotographTakenLyingIsShownUpright() throws IOException {
    BufferedImage shown = ImageIO.read(new ByteArrayInputStream(bytes("/berkas/" + photograph)));
    assertThat(shown.getHeight()).isGreaterThan(shown.getWidth());
  }

  @Test
  void aPageOfAPdfIsAPictureAndNoOtherIsThere() throws IOException {
    byte[] page = bytes("/berkas/" + pdf + "/halaman/2");
    assertThat(ImageIO.read(new ByteArrayInputStream(page)).getWidth()).isPositive();
    for (String none : List.of("/halaman/3", "/halaman/0", "/halaman/x")) {
      String path = "/console/berkas/" + pdf + none;
      assertThat(office.get(path, office.in(Role.OFFICER)).statusCode()).as(none).isEqualTo(404);
    }
    String path = "/console/berkas/" + photograph + "/halaman/1";
    assertThat(office.get(path, office.in(Role.OFFICER)).statusCode()).isEqualTo(404);
  }

  /// A thousand bytes that ask for a million million rectangles.
  @Test
  void aPageThatIsDrawnForDaysStandsInNobodysWay() throws IOException {
    String endless = kept("c", "application/pdf", formsInForms(1000, 4));
    String path = "/console/berkas/" + endless + "/halaman/1";
    assertThat(office.get(path, office.in(Role.OFFICER)).statusCode()).isEqualTo(404);
    byte[] page = bytes("/berkas/" + pdf + "/halaman/1");
    assertThat(ImageIO.read(new ByteArrayInputStream(page)).getWidth()).isPositive();
  }

  @Test
  void theSheetsOfAPaperAreJoined() throws IOException {
    try (PDDocument joined = Loader.loadPDF(bytes("/klaim/" + claim + "/gabung/id-card-heir"))) {
      assertThat(joined.getNumberOfPages()).isEqualTo(3);
    }
    String none = "/console/klaim/" + claim + "/gabung/other";
    assertThat(office.get(none, office.in(Role.OFFICER)).statusCode()).isEqualTo(404);
  }

  @Test
  void aSheetThatCannotBeShownIsNamed() {
    String path = "/console/klaim/" + claim + "/gabung/family-card";
    var answer = office.get(path, office.in(Role.OFFICER));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("Lembar 2 tidak bisa ditampilkan");
  }

  private static byte[] bytes(String path) {
    try {
      var request = office.request("/console" + path, office.in(Role.OFFICER)).GET().build();
      var client = java.net.http.HttpClient.newHttpClient();
      var answer = client.send(request, BodyHandlers.ofByteArray());
      assertThat(answer.statusCode()).isEqualTo(200);
      return answer.body();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static String kept(String id, String type, byte[] bytes) {
    var until = office.clock.instant().plus(Duration.ofDays(30));
    return files.keepMade(WATI, id, type, Buffer.buffer(bytes), until).await().fileId();
  }

  /// 80 by 60 dots, with the Exif tag of a phone held upright.
  private static byte[] lying() throws IOException {
    var plain = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(80, 60, BufferedImage.TYPE_INT_RGB), "jpeg", plain);
    byte[] jpeg = plain.toByteArray();
    byte[] exif = {
      (byte) 0xFF,
      (byte) 0xE1,
      0,
      34,
      'E',
      'x',
      'i',
      'f',
      0,
      0,
      'M',
      'M',
      0,
      42,
      0,
      0,
      0,
      8,
      0,
      1,
      1,
      0x12,
      0,
      3,
      0,
      0,
      0,
      1,
      0,
      6,
      0,
      0,
      0,
      0,
      0,
      0
    };
    var out = new ByteArrayOutputStream();
    out.write(jpeg, 0, 2);
    out.write(exif);
    out.write(jpeg, 2, jpeg.length - 2);
    return out.toByteArray();
  }

  /// A page of so many forms, each of so many, and so on.
  private static byte[] formsInForms(int many, int deep) throws IOException {
    try (var document = new PDDocument()) {
      var resources = new PDResources();
      byte[] content = "0 0 1 1 re f".getBytes(StandardCharsets.US_ASCII);
      for (int i = 1; i < deep; i++) {
        var form = new PDFormXObject(stream(document, content));
        form.setBBox(new PDRectangle(1, 1));
        form.setResources(resources);
        resources = new PDResources();
        resources.put(COSName.getPDFName("A"), form);
        content = "/A Do ".repeat(many).getBytes(StandardCharsets.US_ASCII);
      }
      var page = new PDPage();
      page.setResources(resources);
      page.setContents(stream(document, content));
      document.addPage(page);
      var out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }

  private static PDStream stream(PDDocument document, byte[] content) throws IOException {
    return new PDStream(document, new ByteArrayInputStream(content), COSName.FLATE_DECODE);
  }

  private static byte[] pages(int count) throws IOException {
    try (var document = new PDDocument()) {
      for (int i = 0; i < count; i++) {
        document.addPage(new PDPage());
      }
      var out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }
}
