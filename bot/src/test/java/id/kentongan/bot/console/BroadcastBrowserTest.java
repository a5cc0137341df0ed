package id.kentongan.bot.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import id.kentongan.bot.Wiring;
import id.kentongan.bot.web.Chromium;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// One officer writes a broadcast, another sets it going, a villager who asked for news reads it
/// and ends it, with the whole program between them.
@Timeout(400)
class BroadcastBrowserTest {
  /// why: broadcasts keep to the day.
  private final InstantSource clock =
      InstantSource.offset(
          InstantSource.system(),
          Duration.between(Instant.now(), Instant.parse("2026-11-20T03:00:00Z")));

  @TempDir static Path data = Path.of("");

  @Test
  void whatOneWritesAndAnotherStartsReachesWhoAskedForNews() {
    try (Wiring wiring = Wiring.start(Path.of(".."), Whole.settings(data), clock);
        var chromium = new Chromium();
        var phone = chromium.browser.newContext();
        var one = chromium.browser.newContext();
        var two = chromium.browser.newContext()) {
      String url = "http://127.0.0.1:" + wiring.port();
      Page villager = phone.newPage();
      villager.navigate(url);
      Whole.write(villager, "kabari saya");
      Whole.says(villager, "kami kabari di sini");

      var editor = new Desktop(one, url);
      editor.signIn("editor", Office.PASSWORD, clock.instant().getEpochSecond());
      editor.open("/console/siaran");
      editor.page.getByLabel("Judul").fill("Kantor tutup");
      editor.page.getByLabel("Isi kabar").fill("Senin 23 November kantor cabang tutup.");
      editor.page.getByLabel("Kode wilayah").fill("banyuwangi");
      editor.button("Lihat dulu").click();
      assertThat(editor.page.locator(".bad")).containsText("Kode wilayah belum benar");
      assertThat(editor.page.getByLabel("Isi kabar"))
          .hasValue("Senin 23 November kantor cabang tutup.");
      editor.page.getByLabel("Kode wilayah").fill("");
      editor.button("Lihat dulu").click();
      assertThat(editor.page.locator("h2").first()).containsText("1 orang");
      assertThat(editor.page.locator("main")).containsText("Rekan yang memulai");
      editor.shoot("broadcast-draft");

      var supervisor = new Desktop(two, url);
      supervisor.signIn("supervisor", Office.PASSWORD, clock.instant().getEpochSecond());
      supervisor.open("/console/siaran");
      supervisor.shoot("broadcasts");
      supervisor.link("Kantor tutup").click();
      supervisor.button("Mulai untuk 1 orang").click();
      Whole.says(villager, "Senin 23 November kantor cabang tutup.");
      supervisor.page.waitForCondition(
          () -> {
            supervisor.page.reload();
            return supervisor.page.locator("h1 .tag").textContent().equals("selesai");
          });
      assertThat(supervisor.page.locator(".counts")).containsText("1 terkirim");
      supervisor.shoot("broadcast");

      Whole.write(villager, "berhenti");
      Whole.says(villager, "tidak kami kirimi kabar lagi");
      assertThat(editor.complaints).isEmpty();
      assertThat(supervisor.complaints).isEmpty();
    }
  }
}
