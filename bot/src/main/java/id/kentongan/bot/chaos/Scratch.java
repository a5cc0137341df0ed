package id.kentongan.bot.chaos;

import id.kentongan.bot.settings.SettingsReader;
import id.kentongan.integrations.stores.Programs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// Folders for what a chaos leaves: its stores, and a data folder for each gateway.
public final class Scratch {
  private Scratch() {}

  /// why: others may enter it, or an embedded store under another account could not.
  static Path fresh() {
    return fresh("kentongan-chaos-");
  }

  /// A new temporary folder, which others may enter.
  public static Path fresh(String prefix) {
    try {
      Path folder = Files.createTempDirectory(prefix);
      return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A gateway's own, in which it may be told to halt, or what time it is.
  static Path node(Path folder, int number, Path clock) {
    try {
      Path own = named(folder, number);
      Files.writeString(own.resolve(SettingsReader.CHAOS), clock.toString());
      return own;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Where is said how wrong a gateway's clock is.
  static Path clock(Path folder) {
    return folder.resolve("clock");
  }

  /// A folder for what belongs to a gateway.
  static Path named(Path folder, int number) {
    try {
      return Files.createDirectories(folder.resolve("node" + number));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static void remove(Path folder) {
    try {
      Programs.remove(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
