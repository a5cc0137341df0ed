package id.kentongan.bot.program;

import static org.awaitility.Awaitility.await;

import id.kentongan.bot.Wiring;
import id.kentongan.bot.settings.Settings;
import id.kentongan.bot.settings.TestSettings;
import id.kentongan.integrations.Outgoing;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.DatabaseUrl;
import id.kentongan.integrations.postgres.agents.Agents;
import id.kentongan.integrations.postgres.agents.Organisation;
import id.kentongan.integrations.postgres.sample.SampleData;
import id.kentongan.integrations.stores.Stores;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/// The program on stores of its own, that can be started again and again on them.
final class Program {
  static final Path HOME = Path.of("..");
  private static final String SECRET = "stub-secret";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /// why: prices change with the year.
  final InstantSource clock =
      InstantSource.offset(
          InstantSource.system(),
          Duration.between(Instant.now(), Instant.parse("2026-11-20T02:00:00Z")));

  private final Map<String, String> environment = new HashMap<>();

  /// Webhook mode, unless told `polling`.
  Program(Path folder, TelegramStub telegram, String mode) {
    Path key = folder.resolve("master.key");
    MasterKey.loadOrCreate(key, new SecureRandom());
    environment.put("KENTONGAN_HTTP_PORT", "0");
    environment.put("KENTONGAN_DATA_DIR", folder.toString());
    environment.put("KENTONGAN_PUBLIC_URL", "https://example.test");
    environment.put("KENTONGAN_PRIVACY_KEY_FILE", key.toString());
    environment.put("KENTONGAN_REDIS_URI", Stores.newRedis());
    environment.put("KENTONGAN_DATABASE_URL", Stores.newDatabase());
    environment.put("KENTONGAN_TELEGRAM_BOT_TOKEN", TelegramStub.TOKEN);
    environment.put("KENTONGAN_TELEGRAM_API_URL", telegram.url());
    environment.put("KENTONGAN_TELEGRAM_MODE", mode);
    environment.put("KENTONGAN_TELEGRAM_WEBHOOK_SECRET", SECRET);
  }

  /// With another value of a setting, named as in the environment.
  Program with(String setting, String value) {
    environment.put("KENTONGAN_" + setting, value);
    return this;
  }

  /// Puts the invented people into the records; gives how each proves who they are.
  List<SampleData.Account> invents() {
    var key = MasterKey.load(Path.of(setting("PRIVACY_KEY_FILE")));
    var url = DatabaseUrl.parse(setting("DATABASE_URL"), null, null);
    try (var database = Database.start(url, key)) {
      return new SampleData(database, key, clock, ZoneId.of("Asia/Jakarta")).load().await();
    }
  }

  /// The code of an invitation for an agent of that village.
  String invites(String name, String village) {
    var key = MasterKey.load(Path.of(setting("PRIVACY_KEY_FILE")));
    try (var database = database()) {
      var who = new Agents.Invited(name, Organisation.named("BUMDesma Maju"), List.of(village));
      return new Agents(database, key, clock).invite("dimas", who).await().code().text();
    }
  }

  /// A connection of the test's own to the records.
  Database database() {
    var key = MasterKey.load(Path.of(setting("PRIVACY_KEY_FILE")));
    return Database.start(DatabaseUrl.parse(setting("DATABASE_URL"), null, null), key);
  }

  private String setting(String name) {
    return Objects.requireNonNull(environment.get("KENTONGAN_" + name));
  }

  /// One more node on the same stores, in a process of its own; its temporary files lie in its data
  /// folder too.
  Node spawn(Path data) {
    var own = new HashMap<>(environment);
    own.put("KENTONGAN_DATA_DIR", data.toString());
    own.put("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + data);
    return Node.start(own);
  }

  Wiring start() {
    return start(clock, nobody -> {});
  }

  /// With a terminal, by another clock.
  Wiring start(InstantSource time, Consumer<Outgoing> screen) {
    return Wiring.start(HOME, settings(), time, screen);
  }

  Settings settings() {
    return TestSettings.of(environment);
  }

  /// Posts each update as Telegram does, again until it is taken.
  static Consumer<JsonObject> webhook(int port) {
    return update -> await().atMost(Duration.ofSeconds(60)).until(() -> post(port, update));
  }

  /// Posts an update once; whether it was taken.
  static boolean post(int port, JsonObject update) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/webhooks/telegram"))
            .header("X-Telegram-Bot-Api-Secret-Token", SECRET)
            .timeout(Duration.ofSeconds(20))
            .POST(BodyPublishers.ofString(update.encode()))
            .build();
    try {
      return CLIENT.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
