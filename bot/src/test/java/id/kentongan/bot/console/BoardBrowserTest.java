package id.kentongan.bot.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import id.kentongan.integrations.postgres.accounts.Role;
import id.kentongan.integrations.postgres.journal.DailyFigures;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The boards, the accounts and the audit in Chromium, over the sample data.
@Timeout(240)
class BoardBrowserTest {
  @RegisterExtension static final Desks desks = new Desks();
  private static final Office office = desks.office;

  @Test
  void aClaimIsApprovedByTwoOfficers() {
    Desktop dimas = desks.of(Role.OFFICER);
    dimas.open("/console/klaim");
    dimas.link("JKM-").click();
    assertThat(dimas.page.locator("dl")).containsText("Ahmad Fauzi");
    dimas.button("Setujui").click();
    assertThat(dimas.page.getByRole(com.microsoft.playwright.options.AriaRole.STATUS))
        .containsText("Perlu satu petugas lain");
    dimas.shoot("claim");
    dimas.button("Setujui").click();
    assertThat(dimas.page.locator(".bad")).containsText("Petugas lain");

    Desktop ayu = desks.of(Role.SUPERVISOR);
    ayu.open("/console/klaim?keadaan=complete");
    ayu.link("JKM-").click();
    ayu.button("Setujui").click();
    assertThat(ayu.page.locator("h1 .tag")).hasText("disetujui");
  }

  @Test
  void anEnrolmentIsReturnedWithAReasonAndTheListIsTakenAlong() throws IOException {
    Desktop ayu = desks.of(Role.SUPERVISOR);
    ayu.open("/console/pendaftaran");
    Download csv = ayu.page.waitForDownload(() -> ayu.button("CSV").click());
    String text = Files.readString(csv.path());
    assertThat(text).contains("Nomor", "NIK", "Joko Susilo", "3510041402959007");
    Download book = ayu.page.waitForDownload(() -> ayu.button("Excel").click());
    assertThat(Files.size(book.path())).isPositive();
    ayu.link("DFT-").click();
    ayu.page.getByLabel("Yang disampaikan kepada warga").selectOption("foto-kabur");
    ayu.button("Kembalikan").click();
    assertThat(ayu.page.locator("h1 .tag")).hasText("dikembalikan");
    ayu.button("Serahkan ke sistem pusat").click();
    assertThat(ayu.page.getByRole(com.microsoft.playwright.options.AriaRole.STATUS))
        .containsText("Sistem pusat sudah menerimanya");
    assertThat(ayu.page.locator("dl")).containsText("own-");
    ayu.open("/console/pendaftaran?keadaan=returned");
    look(ayu, "joko");
    assertThat(ayu.link("DFT-")).hasCount(1);
    look(ayu, "zzz");
    assertThat(ayu.page.locator("tbody")).containsText("Belum ada yang cocok");
  }

  @Test
  void aSupervisorInvitesAnAgentAndReadsTheReport() {
    String village = office.someVillage();
    var figures = new DailyFigures(office.database, office.clock, office.content.rules().zone());
    assertThat(figures.count().await()).isEqualTo(31);
    Desktop ayu = desks.of(Role.SUPERVISOR);
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
  }

  @Test
  void twoOfficersEraseWhatIsKeptOfSomebody() {
    Desktop dimas = desks.of(Role.OFFICER);
    dimas.open("/console/cari");
    dimas.page.locator("#apa").fill("sri wahyuni");
    dimas.button("Cari").click();
    dimas.link("Data pribadi").first().click();
    assertThat(dimas.page.locator("h1")).containsText("Sri Wahyuni");
    erase(dimas, "jangan");
    assertThat(dimas.page.locator(".bad")).containsText("Ketik HAPUS dulu");
    erase(dimas, "hapus");
    assertThat(dimas.page.locator(".good")).containsText("Perlu satu petugas lain");
    erase(dimas, "HAPUS");
    assertThat(dimas.page.locator(".bad")).containsText("Petugas lain yang menghapus");
    dimas.shoot("privacy-signed");

    Desktop ayu = desks.of(Role.SUPERVISOR);
    ayu.page.navigate(dimas.page.url());
    erase(ayu, "HAPUS");
    assertThat(ayu.page.locator("h1")).hasText("Data sudah dihapus");
    assertThat(ayu.page.locator("code.big")).hasText(Pattern.compile("[A-Z0-9]{4}-[A-Z0-9]{4}"));
    ayu.shoot("privacy-gone");
    dimas.page.reload();
    assertThat(dimas.page.locator("main")).not().containsText("Sri Wahyuni");
  }

  private static void look(Desktop officer, String name) {
    officer.page.locator("#nama").fill(name);
    officer.button("Saring").click();
  }

  private static void erase(Desktop officer, String word) {
    officer.page.getByLabel("Ketik HAPUS").fill(word);
    officer.button("Hapus data").click();
  }

  @Test
  void anAdministratorMakesAnAccountAndAnAuditorReadsWhatWasDone() {
    Desktop root = desks.of(Role.ADMINISTRATOR);
    root.open("/console/petugas");
    root.page.getByLabel("Nama masuk").fill("sari");
    root.page.getByLabel("Tampil kepada warga sebagai").fill("Mbak Sari <b>");
    root.button("Tambah").click();
    assertThat(root.page.locator("code.big")).not().isEmpty();
    assertThat(root.page.locator("tbody")).containsText("Mbak Sari <b>");
    root.page.getByLabel("Nama masuk").fill("sari");
    root.page.getByLabel("Tampil kepada warga sebagai").fill("Mbak Sari dua");
    root.button("Tambah").click();
    assertThat(root.page.locator(".bad")).containsText("sudah dipakai");
    assertThat(root.page.getByLabel("Tampil kepada warga sebagai")).hasValue("Mbak Sari dua");
    root.page.getByLabel("Keluarkan untuk sari").click();
    root.shoot("accounts-sure");
    root.button("Ya, keluarkan").click();
    assertThat(root.page.locator(".good")).containsText("Sudah dikeluarkan");
    root.button("Tutup akun sari").click();
    assertThat(root.page.locator(".good")).containsText("sudah ditutup");
    root.button("Tutup akun administrator").click();
    assertThat(root.page.locator(".bad")).containsText("diubah oleh administrator lain");
    root.open("/console/klaim");
    assertThat(root.page.locator("main")).containsText("belum berhak");
    root.shoot("refused");

    Desktop auditor = desks.of(Role.AUDITOR);
    auditor.open("/console/audit");
    assertThat(auditor.page.locator("tbody")).containsText("membuat akun, petugas");
    auditor.button("Periksa keutuhan").click();
    assertThat(auditor.page.locator("#verdict")).containsText("Utuh");
  }
}
