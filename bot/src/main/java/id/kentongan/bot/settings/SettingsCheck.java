package id.kentongan.bot.settings;

import id.kentongan.bot.halt.Halting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is wrong with the settings, each by itself and all together, before anything is made of
/// them.
final class SettingsCheck {
  private final Path home;
  private final Path data;
  private final Map<String, String> values;
  private final List<Fault> faults = new ArrayList<>();

  private SettingsCheck(Path home, Path data, Map<String, String> values) {
    this.home = home;
    this.data = data;
    this.values = values;
  }

  /// Files are meant from `home`; `data` is the data folder that the settings name.
  static List<Fault> faults(Path home, Path data, Map<String, String> values) {
    var check = new SettingsCheck(home, data, values);
    check.checkEach();
    check.checkTogether();
    return check.faults;
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
    goTogether("http.tls-certificate", "http.tls-key");
    needs("redis.trust", "redis.uri");
    needs("redis.wait-replicas", "redis.uri");
    // why: a key made for stores of ours would not open what external ones hold already
    keyed("redis.uri");
    keyed("database.url");
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
    boolean chaos = Files.exists(data.resolve(SettingsReader.CHAOS));
    text("chaos.halt-at")
        .filter(at -> !chaos || !Halting.knows(at))
        .ifPresent(at -> fault("chaos.halt-at", "only ./kentongan chaos may set it"));
  }

  private void goTogether(String one, String other) {
    needs(one, other);
    needs(other, one);
  }

  /// why with what to do: nobody has such a file before they are asked for it.
  private void keyed(String store) {
    if (values.containsKey(store) && !values.containsKey("privacy.key-file")) {
      fault(
          "privacy.key-file",
          "is missing, "
              + store
              + " needs it; for new stores: (umask 077; openssl rand -hex 32 > FILE)");
    }
  }

  private void needs(String name, String other) {
    if (values.containsKey(name) && !values.containsKey(other)) {
      fault(other, "is missing, " + name + " needs it");
    }
  }

  private void fault(String name, String why) {
    faults.add(new Fault(name, why));
  }

  private Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name));
  }
}
