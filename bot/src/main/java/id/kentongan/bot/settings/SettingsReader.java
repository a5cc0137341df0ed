package id.kentongan.bot.settings;

import id.kentongan.bot.halt.Halting;
import id.kentongan.integrations.postgres.Retention;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Reads and checks the settings; all faults are told together.
public final class SettingsReader {
  /// A file in a data folder that `chaos` made.
  public static final String CHAOS = "made-by-chaos";

  private final Path home;
  private final Map<String, String> values;
  private final List<Fault> faults;

  private SettingsReader(Path home, Sources sources) {
    this.home = home;
    this.values = sources.values();
    this.faults = new ArrayList<>(sources.faults());
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
    var reader = new SettingsReader(home, sources);
    reader.checkEach();
    reader.checkTogether();
    return reader.faults.isEmpty()
        ? new Read.Good(reader.settings())
        : new Read.Faulty(reader.faults);
  }

  private void checkEach() {
    for (Setting setting : Setting.ALL) {
      String value = values.get(setting.name());
      if (value == null) {
        if (setting.needed()) {
          fault(setting.name(), "is missing, allowed: " + setting.kind().allowed());
        }
      } else if (!setting.kind().accepts(value)) {
        String shown = setting.kind().secret() ? "the value given" : "\"" + value + "\"";
        fault(setting.name(), shown + " is not allowed, allowed: " + setting.kind().allowed());
      }
    }
  }

  private void checkTogether() {
    goTogether("twilio.account-sid", "twilio.auth-token");
    goTogether("twilio.account-sid", "twilio.whatsapp-from");
    needs("twilio.account-sid", "public-url");
    for (String secret : List.of("access-token", "app-secret", "verify-token")) {
      goTogether("whatsapp-cloud.phone-number-id", "whatsapp-cloud." + secret);
    }
    needs("whatsapp-cloud.phone-number-id", "public-url");
    checkProvider();
    needs("telegram.webhook-secret", "telegram.bot-token");
    needs("database.user", "database.url");
    needs("database.password", "database.url");
    needs("core.api-key", "core.api-url");
    goTogether("oidc.issuer", "oidc.client-id");
    goTogether("oidc.issuer", "oidc.client-secret");
    needs("oidc.issuer", "public-url");
    // why: a key made for stores of ours would not open what external ones hold already
    goTogether("http.tls-certificate", "http.tls-key");
    needs("redis.trust", "redis.uri");
    needs("redis.wait-replicas", "redis.uri");
    needs("redis.uri", "privacy.key-file");
    needs("database.url", "privacy.key-file");
    if ("webhook".equals(values.get("telegram.mode"))) {
      needs("telegram.mode", "public-url");
    }
    if ("true".equals(values.get("redis.cluster"))) {
      needs("redis.cluster", "redis.uri");
    }
    checkHalt();
    for (String file :
        List.of("privacy.key-file", "http.tls-certificate", "http.tls-key", "redis.trust")) {
      text(file)
          .map(home::resolve)
          .filter(path -> !Files.isReadable(path))
          .ifPresent(path -> fault(file, "cannot read " + path));
    }
  }

  /// why: a person must not be answered twice, nor by a number that they did not write to.
  private void checkProvider() {
    boolean both =
        values.containsKey("twilio.account-sid")
            && values.containsKey("whatsapp-cloud.phone-number-id");
    if (both && !values.containsKey("whatsapp.provider")) {
      fault("whatsapp.provider", "is missing, Twilio and the Cloud API are both set up");
    }
    switch (values.getOrDefault("whatsapp.provider", "")) {
      case "twilio" -> needs("whatsapp.provider", "twilio.account-sid");
      case "cloud" -> needs("whatsapp.provider", "whatsapp-cloud.phone-number-id");
      default -> {}
    }
  }

  /// why: nothing else may ever make a gateway end itself.
  private void checkHalt() {
    boolean chaos = Files.exists(dataDir().resolve(CHAOS));
    text("chaos.halt-at")
        .filter(at -> !chaos || !Halting.knows(at))
        .ifPresent(at -> fault("chaos.halt-at", "only ./kentongan chaos may set it"));
  }

  private Path dataDir() {
    return home.resolve(text("data-dir").orElse("data")).toAbsolutePath().normalize();
  }

  private void goTogether(String one, String other) {
    needs(one, other);
    needs(other, one);
  }

  private void needs(String name, String other) {
    if (values.containsKey(name) && !values.containsKey(other)) {
      fault(other, "is missing, " + name + " needs it");
    }
  }

  private void fault(String name, String why) {
    var fault = new Fault(name, why);
    if (!faults.contains(fault)) {
      faults.add(fault);
    }
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
