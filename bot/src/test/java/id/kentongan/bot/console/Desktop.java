package id.kentongan.bot.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotAnimations;
import id.kentongan.bot.web.Chromium;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// An officer's browser. Whatever its console complains of is kept; each shot is taken light, dark
/// and as wide as a phone, and looked over by axe.
final class Desktop {
  static final Path SHOTS = Path.of("target/screenshots");
  private static final String AXE = axe();

  /// why: the dark page is the light one in other colours.
  private static final List<String> OF_COLOURS = List.of("color-contrast", "link-in-text-block");

  private static final String FINDINGS =
      """
      async rules => {
        const only = rules.length ? { runOnly: { type: 'rule', values: rules } } : {};
        const found = await axe.run(document, { resultTypes: ['violations'], ...only });
        return found.violations
          .filter(v => v.impact === 'serious' || v.impact === 'critical')
          .map(v => v.id + ': ' + v.nodes.map(n => n.html).slice(0, 3).join(' | '));
      }
      """;

  final Page page;
  final List<String> complaints = new CopyOnWriteArrayList<>();
  private final String url;

  Desktop(BrowserContext context, String url) {
    this.url = url;
    this.page = context.newPage();
    page.setDefaultTimeout(Chromium.PATIENCE_MILLIS);
    page.setViewportSize(1280, 800);
    page.onConsoleMessage(
        message -> {
          boolean bad = message.type().equals("error") || message.type().equals("warning");
          // why: a refusal that a test provokes is told of too.
          boolean axes = message.text().startsWith("Canvas2D");
          if (bad && !axes && !message.text().startsWith("Failed to load resource")) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
  }

  void open(String path) {
    page.navigate(url + path);
  }

  /// Signs in for the first time, with a phone that reads the secret and shows the code of now.
  void signIn(String name, String password, InstantSource clock) {
    open("/console");
    page.getByLabel("Nama", new Page.GetByLabelOptions().setExact(true)).fill(name);
    page.getByLabel("Kata sandi").fill(password);
    button("Masuk").click();
    String secret = page.locator("code").first().textContent();
    long second = clock.instant().getEpochSecond();
    page.getByLabel("Enam angka").fill(Totp.code(bytes(secret), second / 30));
    button("Lanjut").click();
  }

  Locator button(String label) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(label).setExact(true));
  }

  Locator link(String label) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(label));
  }

  void shoot(String name) {
    look(name + "-light", 1280, ColorScheme.LIGHT, List.of());
    look(name + "-dark", 1280, ColorScheme.DARK, OF_COLOURS);
    look(name + "-phone", 390, ColorScheme.LIGHT, List.of());
    page.setViewportSize(1280, 800);
  }

  private void look(String name, int width, ColorScheme scheme, List<String> rules) {
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    page.setViewportSize(width, 800);
    if (page.evaluate("typeof axe === 'undefined'").equals(true)) {
      page.evaluate(AXE);
    }
    assertThat((List<?>) page.evaluate(FINDINGS, rules)).as(name).isEmpty();
    // why: a page that is wider than a phone is scrolled sideways.
    Object over = page.evaluate("document.documentElement.scrollWidth - innerWidth");
    assertThat(((Number) over).intValue()).as(name + " is too wide").isLessThanOrEqualTo(0);
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(SHOTS.resolve("console-" + name + ".png"))
            .setAnimations(ScreenshotAnimations.DISABLED));
  }

  private static byte[] bytes(String base32) {
    var bits = new StringBuilder();
    for (int i = 0; i < base32.length(); i++) {
      int value = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(base32.charAt(i));
      bits.append(Integer.toBinaryString(32 + value).substring(1));
    }
    byte[] bytes = new byte[bits.length() / 8];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Integer.parseInt(bits.substring(i * 8, i * 8 + 8), 2);
    }
    return bytes;
  }

  private static String axe() {
    String name = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
    try (InputStream in = Desktop.class.getResourceAsStream(name)) {
      return new String(
          java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
