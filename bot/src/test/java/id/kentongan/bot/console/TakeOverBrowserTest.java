package id.kentongan.bot.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A villager at a phone and an officer at a desk, with the whole program between them.
@Timeout(400)
class TakeOverBrowserTest {
  @TempDir static Path data = Path.of("");

  @Test
  void anOfficerTakesOverAnswersAndGivesBackAtTheSameQuestion() {
    try (var whole = Whole.inTheMorning(data)) {
      Desktop officer = whole.officer("dimas");

      Page villager = whole.villager();
      Whole.write(villager, "mau daftar");
      villager
          .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Setuju").setExact(true))
          .first()
          .click();
      Whole.says(villager, "Siapa nama lengkapnya");
      Whole.write(villager, "Slamet Riyadi");
      Whole.says(villager, "Berapa NIK");
      Whole.write(villager, "petugas");
      Whole.says(villager, "TKT-");

      Locator waits = officer.page.getByText("ingin bicara dengan petugas, saat pendaftaran");
      assertThat(waits).isVisible();
      officer.shoot("waiting");
      officer.page.locator("a.open").first().click();
      assertThat(officer.page.locator(".bubble.us").last()).containsText("TKT-");
      officer.button("Ambil percakapan").press("Enter");
      Whole.says(villager, "Mas Dimas");
      assertThat(officer.page.locator(".state")).containsText("Anda memegang");

      Whole.write(villager, "nik saya hilang pak");
      Locator heard = officer.page.getByText("nik saya hilang pak");
      assertThat(heard).isVisible();
      boolean writing = villager.locator("#typing").isVisible();
      assertThat(writing).as("whether Kentongan is said to write").isFalse();
      villager
          .locator("#file")
          .setInputFiles(new FilePayload("kk.jpg", "image/jpeg", Photographs.jpeg(900, 600)));
      Locator seen = officer.page.getByAltText("Foto yang dikirim");
      assertThat(seen).isVisible();
      officer.page.waitForCondition(() -> drawn(seen) > 0);

      officer.page.locator("[data-canned]").first().press("Enter");
      Locator words = officer.page.getByLabel("Balas sebagai Mas Dimas");
      String ready = words.inputValue();
      assertThat(ready).isNotBlank();
      words.press("Control+Enter");
      Whole.says(villager, ready.lines().findFirst().orElseThrow());
      words.fill("Pakai KK saja ya Pak");
      words.press("Control+Enter");
      Whole.says(villager, "Pakai KK saja ya Pak");
      assertThat(officer.page.locator(".bubble.staff").last()).containsText("Pakai KK saja ya Pak");
      officer
          .page
          .getByLabel("Kirim foto atau PDF")
          .setInputFiles(
              new FilePayload("surat.pdf", "application/pdf", "%PDF-1.4 isi".getBytes(UTF_8)));
      officer.page.getByLabel("Kata-kata yang menyertainya").fill("Ini formulirnya");
      officer.button("Kirim berkas").click();
      assertThat(officer.page.getByRole(AriaRole.STATUS).first()).containsText("dikirim");
      Whole.says(villager, "Ini formulirnya");
      assertThat(villager.getByText("surat.pdf")).isVisible();
      officer
          .page
          .getByLabel("Kirim foto atau PDF")
          .setInputFiles(
              new FilePayload("x.exe", "application/pdf", "MZ jahat sekali".getBytes(UTF_8)));
      officer.button("Kirim berkas").click();
      assertThat(officer.page.locator(".bad")).containsText("Hanya foto");
      officer.page.getByLabel("Catatan untuk rekan").fill("Akan dibawa ke kantor");
      officer.button("Simpan catatan").click();
      assertThat(officer.page.locator(".notes")).containsText("Akan dibawa ke kantor");
      officer.shoot("talk");

      int asked = villager.getByText("Berapa NIK").count();
      officer.button("Kembalikan ke Kentongan").press("Enter");
      assertThat(villager.getByText("Berapa NIK")).hasCount(asked + 1);
      Whole.write(villager, "3510171708850003");
      Whole.says(villager, "Pekerjaannya apa");

      officer.open("/console/cari");
      officer.page.locator("#apa").fill("slamet");
      officer.button("Cari").click();
      officer.shoot("search");
    }
  }

  /// How many dots wide a picture came out.
  private static int drawn(Locator picture) {
    return ((Number) picture.evaluate("picture => picture.naturalWidth")).intValue();
  }
}
