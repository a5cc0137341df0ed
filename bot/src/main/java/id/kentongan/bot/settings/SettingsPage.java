package id.kentongan.bot.settings;

import java.nio.file.Path;
import java.util.Map;

/// The operator's list of all settings, `docs/settings.md`, made from the same table that checks
/// them.
public final class SettingsPage {
  private static final String HEAD =
      """
      # Settings

      Made from the table in the program; do not edit. Defaults stand in `config/application.yaml`.
      Any setting may be given by its environment variable, or by a file that the variable with
      `_FILE` behind it names, which is meant for secrets. An empty value is as good as none. A
      setting that is unknown or wrong stops the start and is named.

      | Setting | Environment | Default | Allowed | What it is for |
      |---|---|---|---|---|
      """;

  private SettingsPage() {}

  /// The page as it must be, with the defaults that stand under `home`.
  public static String of(Path home) {
    var defaults = new Sources(home.resolve("config/application.yaml"), Map.of()).values();
    var page = new StringBuilder(HEAD);
    for (Setting setting : Setting.ALL) {
      String standard = defaults.get(setting.name());
      page.append("| `%s` | `%s` | ".formatted(setting.name(), setting.variable()))
          .append(standard == null ? "" : "`" + standard + "`")
          .append(" | %s | %s |%n".formatted(setting.kind().allowed(), setting.purpose()));
    }
    return page.toString();
  }
}
