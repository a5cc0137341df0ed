package id.kentongan.bot.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// An agent at a phone and two officers at their desks, with the whole program between them: a list
/// that the village pays for, from the chat to the approval and back.
@Timeout(400)
class SponsorshipBrowserTest {
  private static final String VILLAGE = "35.10.04.2005";

  @TempDir static Path data = Path.of("");

  @Test
  void aVillagesListIsApprovedByTwoAndItsPeopleAreEnrolled() {
    try (var whole = Whole.inTheMorning(data)) {
      Desktop ayu = whole.officer("supervisor");
      Desktop dimas = whole.officer("dimas");
      Page rina = whole.villager();
      Whole.write(rina, "masuk agen " + invited(ayu));
      Whole.says(rina, "Selamat bertugas, Rina");
      Whole.write(rina, "Budi; 3510041708850001; petani\nSiti; 3510045708900002; jualan sayur");
      Whole.says(rina, "2 siap didaftarkan");
      Whole.write(rina, "2 program");
      Whole.says(rina, "berapa bulan");
      Whole.write(rina, "1 bulan");
      Whole.says(rina, "Semuanya setuju");
      Whole.write(rina, "dibayar desa");
      Whole.says(rina, "Dibayar desa dari ADD: 2 orang");
      Whole.write(rina, "ya");
      Whole.says(rina, "Anggaran ADD desa untuk tahun ini belum tercatat");

      ayu.open("/console/add");
      ayu.link("ADD-").click();
      assertThat(ayu.page.locator("table")).containsText("Siti");
      ayu.button("Setujui").click();
      assertThat(ayu.page.locator(".bad")).containsText("belum dicatat");
      ayu.page.getByLabel("Catat ADD desa").fill("1.000.000");
      ayu.button("Catat").click();
      ayu.button("Setujui").click();
      assertThat(ayu.page.locator(".good")).containsText("Perlu satu petugas lain");
      ayu.shoot("sponsorship");

      dimas.open("/console/add?keadaan=waiting");
      dimas.shoot("sponsorships");
      dimas.link("ADD-").click();
      dimas.button("Setujui").click();
      assertThat(dimas.page.locator(".good")).containsText("Sudah diputuskan");
      rina.getByText("sudah disetujui: 2 orang Desa Tegaldlimo")
          .waitFor(new Locator.WaitForOptions().setTimeout(60_000));
      Whole.says(rina, "Sisa ADD untuk iuran tahun ini yang tercatat: Rp 966.400");

      ayu.open("/console/pendaftaran");
      assertThat(ayu.page.locator("tbody tr")).hasCount(2);
    }
  }

  private static String invited(Desktop officer) {
    officer.open("/console/agen");
    officer.page.locator("#name").fill("Rina");
    officer.page.locator("#organisation").fill("BUMDesma Maju");
    officer.page.locator("#villages").fill(VILLAGE);
    officer.button("Buat kode").click();
    return officer.page.locator("code.big").textContent();
  }
}
