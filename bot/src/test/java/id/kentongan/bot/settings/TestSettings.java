package id.kentongan.bot.settings;

import java.nio.file.Path;
import java.util.Map;

/// The settings of this project under another environment.
public final class TestSettings {
  private static final Path HOME = Path.of("..");

  private TestSettings() {}

  /// They must be without fault.
  public static Settings of(Map<String, String> environment) {
    return switch (SettingsReader.read(HOME, environment)) {
      case SettingsReader.Read.Good(Settings good) -> good;
      case SettingsReader.Read.Faulty(var faults) -> throw new AssertionError(faults);
    };
  }
}
