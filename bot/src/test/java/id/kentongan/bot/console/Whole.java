package id.kentongan.bot.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import id.kentongan.bot.Wiring;
import id.kentongan.bot.settings.Settings;
import id.kentongan.bot.settings.TestSettings;
import id.kentongan.bot.web.Chromium;
import id.kentongan.integrations.crypto.Argon2id;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.DatabaseUrl;
import id.kentongan.integrations.postgres.accounts.Officers;
import id.kentongan.integrations.postgres.accounts.Role;
import id.kentongan.integrations.stores.Stores;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The whole program with officers `dimas`, and one for each other role by its name, each at a desk
/// of their own; and villagers in the web chat. At its end no desk may have complained.
final class Whole implements AutoCloseable {
  private static final Instant MORNING = Instant.parse("2026-11-20T03:00:00Z");

  /// What payments are signed with.
  static final String PAYMENTS = "only the test knows it";

  final Settings settings;
  final InstantSource clock;
  final String url;
  private final Wiring wiring;
  private final Chromium chromium = new Chromium();
  private final List<Desktop> desks = new ArrayList<>();

  /// It is ten in the morning of 20 November 2026 there.
  static Whole inTheMorning(Path data) {
    var ahead = Duration.between(Instant.now(), MORNING);
    return new Whole(data, InstantSource.offset(InstantSource.system(), ahead));
  }

  /// It stays ten in the morning there: what is to happen a minute later does not.
  static Whole standingStill(Path data) {
    return new Whole(data, InstantSource.fixed(MORNING));
  }

  private Whole(Path data, InstantSource clock) {
    this.settings = settings(data);
    this.clock = clock;
    this.wiring = Wiring.start(Path.of(".."), settings, clock);
    this.url = "http://127.0.0.1:" + wiring.port();
  }

  /// A phone with the web chat open.
  Page villager() {
    Page page = stranger();
    page.navigate(url);
    return page;
  }

  /// Somebody's browser, with nothing open.
  Page stranger() {
    Page page = chromium.browser.newContext().newPage();
    page.setDefaultTimeout(Chromium.PATIENCE_MILLIS);
    return page;
  }

  /// A desk at which nobody is in yet.
  Desktop desk() {
    var desk =
        new Desktop(chromium.browser.newContext(new NewContextOptions().setLocale("id-ID")), url);
    desks.add(desk);
    return desk;
  }

  /// A desk at which that officer is in, for the first time.
  Desktop officer(String name) {
    Desktop desk = desk();
    desk.signIn(name, Office.PASSWORD, clock);
    assertThat(desk.page).hasURL(Pattern.compile(".*/console/(tunggu|isi)"));
    return desk;
  }

  @Override
  public void close() {
    chromium.close();
    wiring.close();
    desks.forEach(desk -> assertThat(desk.complaints).isEmpty());
  }

  private static Settings settings(Path data) {
    Path file = data.resolve("master.key");
    MasterKey key = MasterKey.loadOrCreate(file, new SecureRandom());
    String url = Stores.newDatabase();
    try (var database = Database.start(DatabaseUrl.parse(url, null, null), key)) {
      var officers = new Officers(database, key, InstantSource.system());
      String hash = Argon2id.hash(Office.PASSWORD);
      for (Role role : Role.values()) {
        String name = role == Role.OFFICER ? "dimas" : role.name().toLowerCase(Locale.ROOT);
        String shown = role == Role.OFFICER ? "Mas Dimas" : "Mbak " + name;
        officers.add("test", new Officers.New(name, shown, role, hash, false)).await();
      }
    }
    var environment = new HashMap<String, String>();
    environment.put("KENTONGAN_HTTP_PORT", "0");
    environment.put("KENTONGAN_PAYMENTS_SECRET", PAYMENTS);
    environment.put("KENTONGAN_DATA_DIR", data.toAbsolutePath().toString());
    environment.put("KENTONGAN_PRIVACY_KEY_FILE", file.toAbsolutePath().toString());
    environment.put("KENTONGAN_REDIS_URI", Stores.newRedis());
    environment.put("KENTONGAN_DATABASE_URL", url);
    return TestSettings.of(environment);
  }

  static void write(Page villager, String text) {
    villager.getByLabel("Tulis pesan").fill(text);
    villager.getByLabel("Tulis pesan").press("Enter");
  }

  static void says(Page villager, String words) {
    assertThat(villager.locator(".line").filter(new Locator.FilterOptions().setHasText(words)))
        .not()
        .hasCount(0);
  }
}
