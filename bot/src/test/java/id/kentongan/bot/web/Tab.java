package id.kentongan.bot.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// One browser tab on the chat, as a person sees it. Whatever the console complains of is kept.
final class Tab {
  private static final Path SHOTS = Path.of("target/screenshots");

  final Page page;
  final List<String> complaints = new CopyOnWriteArrayList<>();

  Tab(BrowserContext context, String url) {
    this.page = context.newPage();
    page.setDefaultTimeout(Chromium.PATIENCE_MILLIS);
    page.onConsoleMessage(
        message -> {
          boolean bad = message.type().equals("error") || message.type().equals("warning");
          // why: a connection that a test cuts is told of too, and that is as it should be.
          if (bad && !message.text().startsWith("Failed to load resource")) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
    page.navigate(url);
    connected();
  }

  void connected() {
    assertThat(page.locator("#status")).hasText("siap membantu");
  }

  void write(String text) {
    page.getByLabel("Tulis pesan").fill(text);
    page.getByLabel("Tulis pesan").press("Enter");
  }

  /// The line that holds these words.
  Locator line(String words) {
    return page.locator(".line", new Page.LocatorOptions().setHasText(words));
  }

  Locator button(String label) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(label));
  }

  void sees(String words) {
    assertThat(line(words)).hasCount(1);
  }

  List<String> texts() {
    return page.locator(".line .text").allTextContents();
  }

  void shoot(String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(SHOTS.resolve(name + ".png"))
            .setAnimations(ScreenshotAnimations.DISABLED));
  }
}
