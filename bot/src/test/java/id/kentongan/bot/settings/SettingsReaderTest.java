package id.kentongan.bot.settings;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.bot.settings.SettingsReader.Read;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsReaderTest {
  private static final Path HOME = Path.of("..");
  private static final String TOKEN = "123456:very-secret";

  @TempDir Path folder = Path.of("");

  @Test
  void nothingTellsOfEmbeddedStoresAndNoMessengers() {
    Settings settings = good(Map.of());
    assertThat(settings.http())
        .isEqualTo(
            new Settings.Http(
                "127.0.0.1",
                8080,
                Optional.empty(),
                Network.list("127.0.0.0/8, ::1").orElseThrow()));
    assertThat(settings.desk()).isEqualTo(new Settings.Desk(30, 60, 50_000, true, 90));
    assertThat(settings.dataDir()).isEqualTo(HOME.resolve("data").toAbsolutePath().normalize());
    assertThat(settings.stores().redis()).isEmpty();
    assertThat(settings.channels().telegram()).isEmpty();
    assertThat(settings.channels().whatsapp()).isEmpty();
  }

  @Test
  void theEnvironmentCountsMoreThanTheFileAndASecretsFileMost() throws Exception {
    Path secret = Files.writeString(folder.resolve("token"), TOKEN + "\n");
    Settings settings =
        good(
            Map.of(
                "KENTONGAN_HTTP_PORT", "9000",
                "KENTONGAN_PUBLIC_URL", "https://example.test/",
                "KENTONGAN_TELEGRAM_BOT_TOKEN", "1:other",
                "KENTONGAN_TELEGRAM_BOT_TOKEN_FILE", secret.toString()));
    assertThat(settings.http().port()).isEqualTo(9000);
    assertThat(settings.publicUrl()).contains("https://example.test");
    Settings.Telegram telegram = settings.channels().telegram().orElseThrow();
    assertThat(telegram.botToken().reveal()).isEqualTo(TOKEN);
    assertThat(telegram.webhook()).isTrue();
    assertThat(settings.toString()).doesNotContain(TOKEN).contains("[REDACTED]");
  }

  @Test
  void onlyChaosMayTellAGatewayToHalt() throws Exception {
    var environment =
        Map.of(
            "KENTONGAN_DATA_DIR", folder.toString(), "KENTONGAN_CHAOS_HALT_AT", "after-commit:3");
    assertThat(SettingsReader.read(HOME, environment)).isInstanceOf(Read.Faulty.class);
    Files.createFile(folder.resolve(SettingsReader.CHAOS));
    assertThat(good(environment).place().haltAt()).isPresent();
    assertThat(good(Map.of()).place().haltAt()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "KENTONGAN_HTTP_PORT       | 80800   | http.port: \"80800\" is not allowed",
        "KENTONGAN_PUBLIC_URL      | ftp://x | public-url: \"ftp://x\" is not allowed",
        "KENTONGAN_REDIS_CLUSTER   | yes     | redis.cluster: \"yes\" is not allowed",
        "KENTONGAN_REDIS_CLUSTER   | true    | redis.uri: is missing, redis.cluster needs it",
        "KENTONGAN_REDIS_WAIT_REPLICAS | 10  | redis.wait-replicas: \"10\" is not allowed",
        "KENTONGAN_REDIS_WAIT_REPLICAS | 1   | redis.uri: is missing, redis.wait-replicas needs",
        "KENTONGAN_REDIS_URI       | http:// | redis.uri: the value given is not allowed",
        "KENTONGAN_DATABASE_URL | jdbc:postgres://h/d | database.url: the value given is not",
        "KENTONGAN_DATABASE_URL    | mysql:  | database.url: the value given is not allowed",
        "KENTONGAN_TELEGRAM_MODE   | webhook | public-url: is missing, telegram.mode needs it",
        "KENTONGAN_TWILIO_AUTH_TOKEN | abc   | twilio.account-sid: is missing",
        "KENTONGAN_WHATSAPP_PROVIDER | meta  | whatsapp.provider: \"meta\" is not",
        "KENTONGAN_WHATSAPP_PROVIDER | cloud | whatsapp-cloud.phone-number-id: is missing",
        "KENTONGAN_WHATSAPP_CLOUD_VERIFY_TOKEN | abc | whatsapp-cloud.phone-number-id: is missing",
        "KENTONGAN_PRIVACY_KEY_FILE | /none  | privacy.key-file: cannot read /none",
        "KENTONGAN_HTTP_HOST       | ''      | http.host: is missing",
        "KENTONGAN_HTTP_TRUSTED_PROXIES | 10.0.0.0/40 | http.trusted-proxies: \"10.0.0.0/40\" is"
            + " not",
        "KENTONGAN_HTTP_TRUSTED_PROXIES | 1.2.3.4, a  | http.trusted-proxies: \"1.2.3.4, a\" is"
            + " not",
        "KENTONGAN_HTTP_PROT       | 80      | KENTONGAN_HTTP_PROT: no such setting",
        "KENTONGAN_CORE_API_KEY_FILE | /none | KENTONGAN_CORE_API_KEY_FILE: cannot read",
      })
  void aWrongSettingIsNamedWithWhatIsAllowed(String variable, String value, String fault) {
    assertThat(faults(HOME, Map.of(variable, value)))
        .anySatisfy(found -> assertThat(found).startsWith(fault));
  }

  @Test
  void allFaultsAreToldTogetherAndNoSecretInThem() throws Exception {
    Files.createDirectories(folder.resolve("config"));
    Files.writeString(
        folder.resolve("config/application.yaml"),
        """
        http: {host: 127.0.0.1, port: many}
        telegram: {bot-token: my secret token, api-ulr: x}
        """);
    List<String> faults = faults(folder, Map.of());
    assertThat(faults).hasSizeGreaterThan(5).noneMatch(fault -> fault.contains("my secret"));
    assertThat(String.join("\n", faults))
        .contains("http.port: \"many\"", "telegram.bot-token:", "telegram.api-ulr: no such");
  }

  @Test
  void aFileThatIsNotYamlIsAFault() throws Exception {
    Files.createDirectories(folder.resolve("config"));
    Files.writeString(folder.resolve("config/application.yaml"), "http: [\n");
    assertThat(faults(folder, Map.of())).anyMatch(fault -> fault.contains("not YAML"));
  }

  private static Settings good(Map<String, String> environment) {
    return TestSettings.of(environment);
  }

  private static List<String> faults(Path home, Map<String, String> environment) {
    return switch (SettingsReader.read(home, environment)) {
      case Read.Good(Settings settings) -> throw new AssertionError("no faults in " + settings);
      case Read.Faulty(List<Fault> faults) -> faults.stream().map(Fault::toString).toList();
    };
  }
}
