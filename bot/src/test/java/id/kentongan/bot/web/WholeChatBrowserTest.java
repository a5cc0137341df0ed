package id.kentongan.bot.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import id.kentongan.bot.Wiring;
import id.kentongan.bot.chat.PlayedClock;
import id.kentongan.bot.settings.Settings;
import id.kentongan.bot.settings.TestSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A person at a phone, and the whole program behind the page.
@Timeout(180)
class WholeChatBrowserTest {
  /// why: what may be answered changes with the year.
  private static final InstantSource CLOCK =
      new PlayedClock(InstantSource.system(), Instant.parse("2026-11-20T02:00:00Z"));

  @TempDir static Path data = Path.of("");

  @Test
  void asksEnrolsAndFindsTheConversationAgain() {
    try (Wiring wiring = Wiring.start(Path.of(".."), settings(), CLOCK);
        var chromium = new Chromium();
        var context =
            chromium.browser.newContext(
                new NewContextOptions()
                    .setViewportSize(412, 800)
                    .setLocale("id-ID")
                    .setTimezoneId("Asia/Jakarta")
                    .setDeviceScaleFactor(2))) {
      var tab = new Tab(context, "http://127.0.0.1:" + wiring.port());
      tab.write("pak brp iuran petani, sy penghasilan sejuta");
      tab.sees("Rp 1.000.000");
      tab.shoot("whole-ask-412");
      tab.button("Daftar").click();
      assertThat(tab.button("Setuju").first()).isVisible();
      tab.button("Setuju").first().click();
      tab.sees("Siapa nama lengkapnya");
      tab.write("Budi Santoso");
      tab.sees("Berapa NIK");
      tab.shoot("whole-enrol-412");
      var before = tab.texts();
      tab.page.reload();
      tab.connected();
      tab.sees("Berapa NIK");
      assertThat(tab.texts()).isEqualTo(before);
      assertThat(tab.complaints).isEmpty();
    }
  }

  private static Settings settings() {
    var environment =
        Map.of("KENTONGAN_HTTP_PORT", "0", "KENTONGAN_DATA_DIR", data.toAbsolutePath().toString());
    return TestSettings.of(environment);
  }
}
