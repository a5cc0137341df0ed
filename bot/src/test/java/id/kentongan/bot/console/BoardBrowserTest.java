package id.kentongan.bot.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.Cookie;
import id.kentongan.bot.web.Chromium;
import id.kentongan.integrations.postgres.DailyFigures;
import id.kentongan.integrations.postgres.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The boards, the accounts and the audit in Chromium, over the sample data.
@Timeout(240)
class BoardBrowserTest {
  private static Office office;
  private static Chromium chromium;

  @BeforeAll
  static void open() {
    office = new Office();
    chromium = new Chromium();
  }

  @AfterAll
  static void close() {
    chromium.close();
    office.close();
  }

  @Test
  void aClaimIsApprovedByTwoOfficers() {
    try (BrowserContext one = context(Role.OFFICER);
        BrowserContext two = context(Role.SUPERVISOR)) {
      var dimas = new Desktop(one, office.url);
      dimas.open("/console/klaim");
      dimas.link("JKM-").click();
      assertThat(dimas.page.locator("dl")).containsText("Ahmad Fauzi");
      dimas.button("Setujui").click();
      assertThat(dimas.page.getByRole(com.microsoft.playwright.options.AriaRole.STATUS))
          .containsText("Perlu satu petugas lain");
      dimas.shoot("claim");
      dimas.button("Setujui").click();
      assertThat(dimas.page.locator(".bad")).containsText("Petugas lain");

      var ayu = new Desktop(two, office.url);
      ayu.open("/console/klaim?keadaan=complete");
      ayu.link("JKM-").click();
      ayu.button("Setujui").click();
      assertThat(ayu.page.locator("h1 .tag")).hasText("disetujui");
      assertThat(dimas.complaints).isEmpty();
      assertThat(ayu.complaints).isEmpty();
    }
  }

  @Test
  void anEnrolmentIsReturnedWithAReasonAndTheListIsTakenAlong() throws IOException {
    try (BrowserContext context = context(Role.SUPERVISOR)) {
      var ayu = new Desktop(context, office.url);
      ayu.open("/console/pendaftaran");
      Download csv = ayu.page.waitForDownload(() -> ayu.link("CSV").click());
      String text = Files.readString(csv.path());
      assertThat(text).contains("Nomor", "NIK", "Joko Susilo", "3510041402959007");
      Download book = ayu.page.waitForDownload(() -> ayu.link("Excel").click());
      assertThat(Files.size(book.path())).isPositive();
      ayu.link("DFT-").click();
      ayu.page.getByLabel("Yang disampaikan kepada warga").selectOption("foto-kabur");
      ayu.button("Kembalikan").click();
      assertThat(ayu.page.locator("h1 .tag")).hasText("dikembalikan");
      ayu.button("Serahkan ke sistem pusat").click();
      assertThat(ayu.page.getByRole(com.microsoft.playwright.options.AriaRole.STATUS))
          .containsText("Sistem pusat sudah menerimanya");
      assertThat(ayu.page.locator("dl")).containsText("own-");
      ayu.open("/console/pendaftaran?nama=joko&keadaan=returned");
      assertThat(ayu.link("DFT-")).hasCount(1);
      ayu.open("/console/pendaftaran?nama=zzz");
      assertThat(ayu.page.locator("tbody")).containsText("Belum ada yang cocok");
      assertThat(ayu.complaints).isEmpty();
    }
  }

  @Test
  void aSupervisorInvitesAnAgentAndReadsTheReport() {
    String village = office.someVillage();
    var figures = new DailyFigures(office.database, office.clock, office.content.rules().zone());
    assertThat(figures.count().await()).isEqualTo(31);
    try (BrowserContext context = context(Role.SUPERVISOR)) {
      var ayu = new Desktop(context, office.url);
      ayu.open("/console/agen");
      ayu.page.getByLabel("Nama agen").fill("Rina Kartika Sari");
      ayu.page.getByLabel("Nama wadah").fill("BUMDesma Makmur");
      ayu.page.getByLabel("Jenis wadah").selectOption("BUMDESMA");
      ayu.page.getByLabel("Nomor perjanjian").fill("PKS 7/2026");
      ayu.page.getByLabel("Desa, satu baris satu desa").fill(village + "\n99.99.99.9999");
      ayu.button("Buat kode").click();
      assertThat(ayu.page.locator(".bad")).containsText("\"99.99.99.9999\" belum dikenal");
      ayu.page.getByLabel("Desa, satu baris satu desa").fill(village);
      ayu.button("Buat kode").click();
      assertThat(ayu.page.locator(".good")).containsText("masuk agen");
      assertThat(ayu.page.locator("tbody")).containsText("BUMDesma, PKS 7/2026");
      ayu.button("Cabut Rina Kartika Sari").click();
      assertThat(ayu.page.locator("tbody")).containsText("dicabut");
      ayu.open("/console/laporan");
      assertThat(ayu.page.locator("svg.bars rect")).hasCount(4 * 30);
      ayu.open("/console/peta");
      assertThat(ayu.page.locator("section[aria-label=pendaftaran] svg text").first())
          .hasText("persetujuan data");
      assertThat(ayu.complaints).isEmpty();
    }
  }

  @Test
  void anAdministratorMakesAnAccountAndAnAuditorReadsWhatWasDone() {
    try (BrowserContext one = context(Role.ADMINISTRATOR);
        BrowserContext two = context(Role.AUDITOR)) {
      var root = new Desktop(one, office.url);
      root.open("/console/petugas");
      root.page.getByLabel("Nama masuk").fill("sari");
      root.page.getByLabel("Tampil kepada warga sebagai").fill("Mbak Sari <b>");
      root.button("Tambah").click();
      assertThat(root.page.locator("code.big")).not().isEmpty();
      assertThat(root.page.locator("tbody")).containsText("Mbak Sari <b>");
      root.open("/console/sandi");
      root.open("/console/klaim");
      assertThat(root.page.locator("main")).containsText("belum berhak");
      root.shoot("refused");

      var auditor = new Desktop(two, office.url);
      auditor.open("/console/audit");
      assertThat(auditor.page.locator("tbody")).containsText("membuat akun, OFFICER");
      auditor.button("Periksa keutuhan").click();
      assertThat(auditor.page.locator("#verdict")).containsText("Utuh");
      assertThat(auditor.complaints).isEmpty();
      assertThat(root.complaints).isEmpty();
    }
  }

  private static BrowserContext context(Role role) {
    BrowserContext context = chromium.browser.newContext();
    context.addCookies(List.of(new Cookie("petugas", office.in(role)).setUrl(office.url)));
    return context;
  }
}
