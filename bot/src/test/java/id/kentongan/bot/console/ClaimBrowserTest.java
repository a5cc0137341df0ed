package id.kentongan.bot.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A widow at a phone and two officers at their desks, with the whole program between them: her
/// photographs, a question about them, the approval by two, and what she is told.
@Timeout(400)
class ClaimBrowserTest {
  @TempDir static Path data = Path.of("");

  @Test
  void aClaimGoesFromPhotographsToItsApproval() throws IOException {
    try (var whole = Whole.inTheMorning(data)) {
      Page wati = whole.villager();
      claims(wati);
      String number = page(wati, whole.url);

      Desktop dimas = whole.officer("dimas");
      dimas.open("/console/klaim");
      dimas.link(number).click();
      assertThat(dimas.page.locator("dl")).containsText("Budi Santoso");
      Locator picture = dimas.page.getByAltText("Foto berkas").first();
      dimas.page.waitForCondition(() -> width(picture, "naturalWidth") > 0);
      int before = width(picture, "width");
      dimas.page.getByLabel("Perbesar").first().press(" ");
      assertThat(width(picture, "width")).isGreaterThan(before);
      dimas.page.getByLabel("Perbesar").first().press(" ");

      dimas.page.getByLabel("Tanyakan HP ahli waris").press("Enter");
      Whole.says(wati, "Nomor HP keluarga");
      Whole.write(wati, "081298765432");
      assertThat(dimas.page.getByRole(com.microsoft.playwright.options.AriaRole.STATUS).first())
          .containsText("Pertanyaannya sudah dikirim");
      dimas.page.waitForCondition(
          () -> {
            dimas.page.reload();
            return dimas.button("Pakai").count() == 1;
          });
      dimas.shoot("claim-answered");
      dimas.button("Pakai").press("Enter");
      moved(dimas, "Berkas lengkap");
      dimas.shoot("claim-papers");
      dimas.button("Setujui").press("Enter");
      assertThat(dimas.page.getByRole(com.microsoft.playwright.options.AriaRole.STATUS).first())
          .containsText("Perlu satu petugas lain");

      Desktop ayu = whole.officer("supervisor");
      ayu.open("/console/klaim/" + number);
      moved(ayu, "Setujui");
      assertThat(ayu.page.locator("h1 .tag")).hasText("disetujui");
      Whole.says(wati, "disetujui");
    }
  }

  private static void claims(Page wati) {
    Whole.write(wati, "suami saya meninggal kemarin");
    Whole.says(wati, "berduka cita");
    Whole.write(wati, "Budi Santoso");
    Whole.says(wati, "karena apa");
    Whole.write(wati, "sakit jantung di rumah");
    Whole.says(wati, "NIK yang meninggal");
    Whole.write(wati, "3510171708600001");
    Whole.says(wati, "kartu BPJS Ketenagakerjaan yang lain");
    Whole.write(wati, "tidak ada");
    Whole.says(wati, "Nama lengkap Bapak/Ibu");
    Whole.write(wati, "Siti Aminah");
    Whole.says(wati, "Fotokan di sini");
    wati.locator("#file")
        .setInputFiles(new FilePayload("ktp.jpg", "image/jpeg", Photographs.jpeg(900, 600)));
    Whole.says(wati, "sudah kami simpan");
    Whole.write(wati, "ktp yang meninggal");
    Whole.says(wati, "Yang belum ada");
    Whole.write(wati, "kirim");
    Whole.says(wati, "JKM-");
    Whole.says(wati, "Kapan Bapak/Ibu bisa datang");
    wati.getByText(Pattern.compile("^(Sen|Sel|Rab|Kam|Jum) \\d+ ")).first().click();
    Whole.says(wati, "Sudah saya catat");
    Whole.says(wati, "lembar ringkasan klaimnya");
  }

  /// The number, from the one page that she takes to the branch.
  private static String page(Page wati, String url) throws IOException {
    Locator file = wati.locator("a[href^='/chat/files/']").last();
    file.waitFor(new Locator.WaitForOptions().setTimeout(60_000));
    byte[] bytes = wati.request().get(url + file.getAttribute("href")).body();
    try (var document = Loader.loadPDF(bytes)) {
      assertThat(document.getNumberOfPages()).isOne();
      String text = new PDFTextStripper().getText(document);
      assertThat(text).contains("Budi Santoso", "Siti Aminah").doesNotContain("3510171708600001");
      BufferedImage drawn = new PDFRenderer(document).renderImageWithDPI(0, 150);
      assertThat(QrScan.read(drawn)).isNotBlank();
      Files.createDirectories(Desktop.SHOTS);
      assertThat(ImageIO.write(drawn, "png", Desktop.SHOTS.resolve("claim-page.png").toFile()))
          .isTrue();
      var number = Pattern.compile("JKM-\\d{4}-\\d{6}").matcher(text);
      assertThat(number.find()).isTrue();
      return number.group();
    }
  }

  private static void moved(Desktop officer, String to) {
    officer.button(to).press("Enter");
    assertThat(officer.page.getByRole(com.microsoft.playwright.options.AriaRole.STATUS).first())
        .containsText("Sudah dipindahkan");
  }

  private static int width(Locator picture, String of) {
    return ((Number) picture.evaluate("(picture, of) => picture[of]", of)).intValue();
  }
}
