package id.kentongan.bot.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import id.kentongan.dialogs.values.AreaCoverage;
import id.kentongan.integrations.documents.CsvTable;
import id.kentongan.integrations.postgres.accounts.Role;
import id.kentongan.integrations.postgres.records.Verify;
import id.kentongan.integrations.postgres.villages.PostgresVillages;
import id.kentongan.integrations.postgres.villages.Regions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Coverage and certificates in Chromium, over the sample regions with invented figures.
@Timeout(240)
class CoverageBrowserTest {
  private static final String VILLAGE = "35.10.04.2005";

  /// Whether the page keeps a picture's room free: whoever clicks on what stands below it as it
  /// comes would miss otherwise.
  private static final String ROOM =
      """
      p => p.naturalWidth + 'x' + p.naturalHeight
          === p.getAttribute('width') + 'x' + p.getAttribute('height')
      """;

  @RegisterExtension static final Desks desks = new Desks();
  private static final Office office = desks.office;

  @BeforeAll
  static void open() {
    try (var sample = CsvTable.open(Path.of("../config/regions.csv"))) {
      new Regions(office.database).begin(sample, true, LocalDate.of(2026, 11, 20)).await();
    }
  }

  @Test
  void theFiguresAreThoseOfTheChatAndComeAsATable() throws IOException {
    AreaCoverage told =
        new PostgresVillages(office.database, PostgresVillages.LEAST_TOLD)
            .coverage("35.10.04", YearMonth.of(2026, 11))
            .await()
            .orElseThrow();
    Desktop dimas = desks.of(Role.OFFICER);
    dimas.open("/console/cakupan");
    dimas.page.locator("#cari").fill("kecamatan tegaldlimo");
    dimas.button("Cari").click();
    dimas.page.locator("a.open").first().waitFor();
    dimas.shoot("areas-found");
    dimas.page.locator("a.open").first().click();
    assertThat(dimas.page.locator("dl")).containsText(number(told.totals().covered()));
    assertThat(dimas.page.locator("dl")).containsText(number(told.totals().workers()));
    assertThat(dimas.page.locator("table").last()).containsText("Kedungasri");
    Locator picture = dimas.page.locator("figure img");
    picture.scrollIntoViewIfNeeded();
    dimas.page.waitForCondition(() -> picture.evaluate(ROOM).equals(true));
    dimas.shoot("coverage");
    Download table = dimas.page.waitForDownload(() -> dimas.link("Excel").click());
    assertThat(Files.size(table.path())).isGreaterThan(1000);
    assertThat(table.suggestedFilename()).isEqualTo("cakupan-tegaldlimo.xlsx");
  }

  @Test
  void aCertificateIsGivenCheckedByAnyoneAndWithdrawn() throws IOException {
    Desktop ayu = desks.of(Role.SUPERVISOR);
    ayu.open("/console/cakupan/" + VILLAGE);
    ayu.page.locator("#basis").fill("SK Kepala Kantor Cabang nomor 12/2026");
    ayu.button("Terbitkan sertifikat").click();
    assertThat(ayu.page.locator(".good")).containsText("diterbitkan");
    ayu.shoot("certificate");
    Download pdf = ayu.page.waitForDownload(() -> ayu.link("Sertifikat (PDF)").click());
    String code;
    try (var document = Loader.loadPDF(Files.readAllBytes(pdf.path()))) {
      String text = new PDFTextStripper().getText(document);
      assertThat(text).contains("Desa Tegaldlimo", "SK Kepala Kantor Cabang nomor 12/2026");
      code = text.replaceAll("(?s).*Kode cek\\s+([A-Z0-9]{4}-[A-Z0-9]{4}).*", "$1");
      assertThat(QrScan.read(new PDFRenderer(document).renderImageWithDPI(0, 150)))
          .as("what a phone scans")
          .endsWith(code);
    }
    var verify = new Verify(office.database, Office.KEY);
    assertThat(verify.code(code).await())
        .isInstanceOfSatisfying(
            Verify.Result.Certified.class, found -> assertThat(found.standing()).isTrue());
    ayu.button("Cabut").click();
    assertThat(ayu.page.locator(".good")).containsText("dicabut");
    assertThat(verify.code(code).await())
        .isInstanceOfSatisfying(
            Verify.Result.Certified.class, found -> assertThat(found.standing()).isFalse());
  }

  private static String number(long count) {
    return String.format(Locale.forLanguageTag("id-ID"), "%,d", count);
  }
}
