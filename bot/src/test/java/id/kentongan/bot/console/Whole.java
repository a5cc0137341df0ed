package id.kentongan.bot.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import id.kentongan.bot.settings.Settings;
import id.kentongan.bot.settings.TestSettings;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.DatabaseUrl;
import id.kentongan.integrations.postgres.Officers;
import id.kentongan.integrations.postgres.Role;
import id.kentongan.integrations.stores.Stores;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;

/// The whole program with officers `dimas`, and one for each other role by its name; and a villager
/// in the web chat.
final class Whole {
  /// What payments are signed with.
  static final String PAYMENTS = "only the test knows it";

  private Whole() {}

  static Settings settings(Path data) {
    Path file = data.resolve("master.key");
    MasterKey key = MasterKey.loadOrCreate(file, new SecureRandom());
    String url = Stores.newDatabase();
    try (var database = Database.start(DatabaseUrl.parse(url, null, null), key)) {
      var officers = new Officers(database, key, InstantSource.system());
      String hash = Passwords.hash(Office.PASSWORD);
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
