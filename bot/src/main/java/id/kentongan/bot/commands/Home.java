package id.kentongan.bot.commands;

import id.kentongan.bot.Refused;
import id.kentongan.bot.settings.Fault;
import id.kentongan.bot.settings.Settings;
import id.kentongan.bot.settings.SettingsReader;
import id.kentongan.bot.settings.SettingsReader.Read;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// Where the program is installed, as the launcher told it, and what the operator set there.
public final class Home {
  private Home() {}

  /// The folder that holds `config`.
  public static Path folder() {
    return Path.of(System.getProperty("kentongan.home", "."));
  }

  /// The command that runs the gateway of a folder.
  static List<String> gateway(Path home) {
    return List.of(home.resolve("kentongan").toAbsolutePath().toString(), "run");
  }

  /// The settings; [Refused] with all their faults where there are any.
  public static Settings settings() {
    return switch (SettingsReader.read(folder(), System.getenv())) {
      case Read.Good(Settings settings) -> settings;
      case Read.Faulty(List<Fault> faults) ->
          throw new Refused(
              faults.stream()
                  .map(Fault::toString)
                  .collect(Collectors.joining("\n  ", "These settings must be mended:\n  ", "")));
    };
  }
}
