package id.kentongan.bot.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SettingsPageTest {
  private static final Path HOME = Path.of("..");

  @Test
  void thePageTellsEverySettingAsItIs() throws Exception {
    Path page = HOME.resolve("docs/settings.md");
    if (System.getProperty("update") != null) {
      Files.writeString(page, SettingsPage.of(HOME));
    }
    assertThat(page).as("rewrite it with -Dupdate").hasContent(SettingsPage.of(HOME));
  }
}
