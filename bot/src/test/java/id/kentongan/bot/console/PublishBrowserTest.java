package id.kentongan.bot.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// An editor writes an answer, a supervisor publishes it, and a villager hears it at once.
@Timeout(240)
class PublishBrowserTest {
  private static final String FILE = "/console/isi/tulis?berkas=answers/ask.fraud.yaml";
  @TempDir static Path data = Path.of("");

  @Test
  void whatWasPublishedIsSaidWithoutARestart() {
    try (var whole = Whole.inTheMorning(data)) {
      Desktop editor = whole.officer("editor");
      editor.shoot("content");
      editor.open(FILE);
      Locator text = editor.page.getByLabel("Isi berkas");
      String before = text.inputValue();
      text.fill(before + "\nnonsense: true\n");
      editor.button("Simpan sebagai naskah").click();
      assertThat(editor.page.locator(".bad")).containsText("nonsense");
      text.fill(before.replace("Hati-hati ya", "Awas ya"));
      editor.shoot("content-edit");
      editor.button("Simpan sebagai naskah").click();
      assertThat(editor.page.locator(".diff .in")).containsText("Awas ya");
      assertThat(editor.page.locator(".channels .bubble").first()).containsText("Awas ya");
      assertThat(editor.button("Terbitkan")).hasCount(0);
      editor.shoot("content-draft");
      editor.link("Tulis lagi dari naskah ini").click();
      assertThat(editor.page.getByLabel("Isi berkas")).containsText("Awas ya");
      editor.page.goBack();
      editor.link("Coba pada percakapan").click();
      assertThat(editor.page.getByRole(AriaRole.STATUS)).containsText("jawaban berubah");
      editor.shoot("replay");

      Desktop supervisor = whole.officer("supervisor");
      supervisor.open("/console/isi");
      supervisor.link("Penipuan atau bukan").first().click();
      supervisor.button("Terbitkan").click();
      assertThat(supervisor.page.locator(".good")).containsText("Sudah");

      Page villager = whole.villager();
      says(villager, "Awas ya");
      supervisor.open(FILE);
      assertThat(supervisor.page.getByLabel("Isi berkas")).containsText("Awas ya");
      supervisor.link("Mulai dari berkasnya").click();
      assertThat(supervisor.page.getByLabel("Isi berkas")).hasValue(before);
    }
  }

  /// why: the node looks for published content every few seconds.
  private static void says(Page villager, String words) {
    await()
        .pollInSameThread()
        .pollInterval(Duration.ofSeconds(2))
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> {
              Whole.write(villager, "ini penipuan bukan");
              return villager.getByText(words).count() > 0;
            });
  }
}
