package id.kentongan.bot.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A headless Chromium: the one that `CHROMIUM` names, else the system's. `LD_LIBRARY_PATH` for one
/// that brings its libraries is the caller's to set.
public final class Chromium implements AutoCloseable {
  /// As long as anything else is waited for, because the machine may be slow.
  public static final double PATIENCE_MILLIS = 60_000;

  private final Playwright playwright;
  public final Browser browser;

  public Chromium() {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    var environment = new HashMap<>(System.getenv());
    environment.putIfAbsent("PLAYWRIGHT_NODEJS_PATH", program("node"));
    environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    this.playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
    this.browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of(chromium()))
                    .setTimeout(PATIENCE_MILLIS)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  private static String chromium() {
    return Optional.ofNullable(System.getenv("CHROMIUM")).orElseGet(() -> program("chromium"));
  }

  private static String program(String name) {
    return Stream.of(System.getenv("PATH").split(":"))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst()
        .map(Path::toString)
        .orElseThrow(() -> new IllegalStateException("install " + name + " to test the web pages"));
  }

  @Override
  public void close() {
    playwright.close();
  }
}
