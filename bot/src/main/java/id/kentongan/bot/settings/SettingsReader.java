package id.kentongan.bot.settings;

import id.kentongan.bot.halt.Halting;
import id.kentongan.integrations.postgres.privacy.Retention;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads and checks the settings; all faults are told together.
public final class SettingsReader {
  /// A file in a data folder that `chaos` made.
  public static final String CHAOS = "made-by-chaos";

  private final Path home;
  private final Map<String, String> values;

  private SettingsReader(Path home, Map<String, String> values) {
    this.home = home;
    this.values = values;
  }

  /// The settings, or what is wrong with them.
  public sealed interface Read {
    record Good(Settings settings) implements Read {}

    record Faulty(List<Fault> faults) implements Read {
      public Faulty {
        faults = List.copyOf(faults);
      }
    }
  }

  /// Reads `config/application.yaml` under `home`, and `environment`. Relative folders are meant
  /// from `home`.
  public static Read read(Path home, Map<String, String> environment) {
    var sources = new Sources(home.resolve("config/application.yaml"), environment);
    var reader = new SettingsReader(home, sources.values());
    List<Fault> faults =
        Stream.concat(
                sources.faults().stream(),
                SettingsCheck.faults(home, reader.dataDir(), sources.values()).stream())
            .distinct()
            .toList();
    return faults.isEmpty() ? new Read.Good(reader.settings()) : new Read.Faulty(faults);
  }

  private Path dataDir() {
    return home.resolve(text("data-dir").orElse("data")).toAbsolutePath().normalize();
  }

  private Settings settings() {
    return new Settings(
        new Settings.Http(
            needed("http.host"),
            number("http.port"),
            text("public-url").map(url -> url.replaceAll("/+$", "")),
            text("http.trusted-proxies").flatMap(Network::list).orElse(List.of()),
            tls()),
        new Settings.Place(dataDir(), text("chaos.halt-at").map(Halting::parse)),
        new Settings.Stores(redis(), database()),
        new Settings.Channels(telegram(), whatsApp()),
        desk(),
        new Settings.Systems(
            text("core.api-url").map(url -> new Settings.Core(url, secret("core.api-key"))),
            secret("payments.secret"),
            oidc()),
        new Settings.Upkeep(
            text("privacy.key-file").map(home::resolve),
            Duration.ofMinutes(number("restore.send-minutes")),
            needed("log.turns").equals("true"),
            text("tracing.otlp-url").map(url -> url.replaceAll("/+$", "")),
            new Retention.Days(
                number("retention.message-days"),
                number("retention.ticket-days"),
                number("retention.draft-days"),
                number("retention.notice-days")),
            text("stop.drain-seconds").map(Integer::parseInt).map(Duration::ofSeconds),
            Duration.ofDays(number("conversation.idle-days"))));
  }

  private Optional<Settings.Oidc> oidc() {
    return text("oidc.issuer")
        .map(
            issuer ->
                new Settings.Oidc(
                    issuer,
                    needed("oidc.client-id"),
                    secret("oidc.client-secret").orElseThrow(),
                    needed("oidc.claim")));
  }

  private Optional<Settings.Redis> redis() {
    boolean cluster = needed("redis.cluster").equals("true");
    int wait = text("redis.wait-replicas").map(Integer::parseInt).orElse(cluster ? 1 : 0);
    Optional<Path> trust = text("redis.trust").map(home::resolve);
    return text("redis.uri")
        .map(uris -> Pattern.compile(",").splitAsStream(uris).map(Secret::new).toList())
        .map(uris -> new Settings.Redis(uris, cluster, wait, trust));
  }

  private Optional<Settings.Tls> tls() {
    return text("http.tls-certificate")
        .map(
            certificate ->
                new Settings.Tls(home.resolve(certificate), home.resolve(needed("http.tls-key"))));
  }

  private Optional<Settings.Database> database() {
    return text("database.url")
        .map(
            url ->
                new Settings.Database(
                    new Secret(url), text("database.user"), secret("database.password")));
  }

  private Settings.Desk desk() {
    return new Settings.Desk(
        number("desk.burst"),
        number("desk.per-minute"),
        number("desk.most-waiting"),
        needed("desk.spool").equals("true"),
        number("learning.review-days"));
  }

  private Optional<Settings.Telegram> telegram() {
    boolean webhook =
        text("telegram.mode").map("webhook"::equals).orElse(text("public-url").isPresent());
    return secret("telegram.bot-token")
        .map(
            token ->
                new Settings.Telegram(
                    token, needed("telegram.api-url"), secret("telegram.webhook-secret"), webhook));
  }

  /// By the provider that is named, else by the one that is set up.
  private Optional<Settings.WhatsApp> whatsApp() {
    Optional<Settings.WhatsApp> twilio = twilio().map(Function.identity());
    Optional<Settings.WhatsApp> cloud = cloud().map(Function.identity());
    return text("whatsapp.provider").map("cloud"::equals).orElse(twilio.isEmpty()) ? cloud : twilio;
  }

  private Optional<Settings.Cloud> cloud() {
    return text("whatsapp-cloud.phone-number-id")
        .map(
            number ->
                new Settings.Cloud(
                    number,
                    new Settings.CloudSecrets(
                        new Secret(needed("whatsapp-cloud.access-token")),
                        new Secret(needed("whatsapp-cloud.app-secret")),
                        new Secret(needed("whatsapp-cloud.verify-token"))),
                    url("whatsapp-cloud.api-url"),
                    new Settings.Templates(
                        text("whatsapp-cloud.notice-template"),
                        text("whatsapp-cloud.code-template"))));
  }

  private Optional<Settings.Twilio> twilio() {
    return text("twilio.account-sid")
        .map(
            account ->
                new Settings.Twilio(
                    account,
                    new Secret(needed("twilio.auth-token")),
                    needed("twilio.whatsapp-from").replaceFirst("^\\+", "whatsapp:+"),
                    twilioUrls(),
                    new Settings.Templates(
                        text("twilio.notice-template"), text("twilio.code-template"))));
  }

  /// why: whoever puts another server in Twilio's place means it for all that is sent.
  private Settings.TwilioUrls twilioUrls() {
    String api = url("twilio.api-url");
    String messaging = api.equals("https://api.twilio.com") ? "https://messaging.twilio.com" : api;
    return new Settings.TwilioUrls(
        api,
        url("twilio.content-api-url"),
        text("twilio.messaging-api-url").isPresent() ? url("twilio.messaging-api-url") : messaging);
  }

  private String url(String name) {
    return needed(name).replaceAll("/+$", "");
  }

  private Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name));
  }

  private Optional<Secret> secret(String name) {
    return text(name).map(Secret::new);
  }

  private int number(String name) {
    return Integer.parseInt(needed(name));
  }

  /// A setting that the checks have shown to be there.
  private String needed(String name) {
    return text(name).orElseThrow();
  }
}
