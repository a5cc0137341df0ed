package id.kentongan.bot.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// One officer writes a broadcast, another sets it going, a villager who asked for news reads it
/// and ends it, with the whole program between them.
@Timeout(400)
class BroadcastBrowserTest {
  private static final String TEXT = "Senin 23 November kantor cabang tutup.";

  @TempDir Path data = Path.of("");

  @Test
  void whatOneWritesAndAnotherStartsReachesWhoAskedForNews() {
    try (var whole = Whole.inTheMorning(data)) {
      Page villager = wantsNews(whole);
      Desktop editor = writes(whole);
      editor.page.getByLabel("Kode wilayah").fill("banyuwangi");
      editor.button("Lihat dulu").click();
      assertThat(editor.page.locator(".bad")).containsText("Kode wilayah belum benar");
      assertThat(editor.page.getByLabel("Isi kabar")).hasValue(TEXT);
      editor.page.getByLabel("Kode wilayah").fill("");
      editor.button("Lihat dulu").click();
      assertThat(editor.page.locator("h2").first()).containsText("1 orang");
      assertThat(editor.page.locator("main")).containsText("Rekan yang memulai");
      assertThat(editor.page.locator("main")).containsText("karena belum ada templat");
      editor.shoot("broadcast-draft");

      Desktop supervisor = whole.officer("supervisor");
      supervisor.open("/console/siaran");
      supervisor.shoot("broadcasts");
      supervisor.link("Kantor tutup").click();
      supervisor.button("Mulai untuk 1 orang").click();
      Whole.says(villager, TEXT);
      supervisor.page.waitForCondition(
          () -> {
            supervisor.page.reload();
            return supervisor.page.locator("h1 .tag").textContent().equals("selesai");
          });
      assertThat(supervisor.page.locator(".counts")).containsText("1 terkirim");
      supervisor.shoot("broadcast");

      Whole.write(villager, "berhenti");
      Whole.says(villager, "tidak kami kirimi kabar lagi");
    }
  }

  @Test
  void whatIsStoppedMidwayReachesNobodyAnyMore() {
    try (var whole = Whole.standingStill(data)) {
      List<Page> villagers = Stream.generate(() -> wantsNews(whole)).limit(3).toList();
      Desktop editor = writes(whole);
      editor.page.getByLabel("Orang semenit").fill("1");
      editor.button("Lihat dulu").click();
      String path = URI.create(editor.page.url()).getPath();

      Desktop supervisor = whole.officer("supervisor");
      supervisor.open(path);
      supervisor.button("Mulai untuk 3 orang").click();
      assertThat(supervisor.page.locator(".good")).containsText("Siaran berjalan");
      assertThat(supervisor.page.locator(".counts")).containsText("1 terkirim");
      supervisor.shoot("broadcast-running");
      assertThat(supervisor.button("Ya, hentikan")).isHidden();
      supervisor.page.getByText("Hentikan", new Page.GetByTextOptions().setExact(true)).click();
      assertThat(supervisor.page.locator("h1 .tag")).hasText("berjalan");
      supervisor.button("Ya, hentikan").click();
      assertThat(supervisor.page.locator("h1 .tag")).hasText("dihentikan");
      assertThat(supervisor.page.locator(".good")).containsText("tidak dikirimi lagi");
      assertThat(supervisor.page.locator(".counts")).containsText("2 tidak jadi");
      assertThat(supervisor.page.locator(".counts")).containsText("1 terkirim");
      assertThat(supervisor.button("Lanjutkan")).hasCount(0);
      supervisor.shoot("broadcast-stopped");
      assertThat(villagers.stream().filter(BroadcastBrowserTest::told)).hasSize(1);
    }
  }

  private static boolean told(Page villager) {
    return villager.getByText(TEXT).count() > 0;
  }

  private static Page wantsNews(Whole whole) {
    Page villager = whole.villager();
    Whole.write(villager, "kabari saya");
    Whole.says(villager, "kami kabari di sini");
    return villager;
  }

  private static Desktop writes(Whole whole) {
    Desktop editor = whole.officer("editor");
    editor.open("/console/siaran");
    editor.page.getByLabel("Judul").fill("Kantor tutup");
    editor.page.getByLabel("Isi kabar").fill(TEXT);
    return editor;
  }
}
