package id.kentongan.bot.commands;

import id.kentongan.bot.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The number of the process that runs on a data folder, kept there as long as it runs.
record GatewayPid(Path file) implements AutoCloseable {
  static GatewayPid of(Settings settings) {
    return new GatewayPid(settings.dataDir().resolve("gateway.pid"));
  }

  /// This process.
  static GatewayPid here(Settings settings) {
    var pid = of(settings);
    try {
      Files.writeString(pid.file, ProcessHandle.current().pid() + "\n");
      return pid;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The process, if it runs.
  Optional<ProcessHandle> running() {
    try {
      return Files.exists(file)
          ? ProcessHandle.of(Long.parseLong(Files.readString(file).strip()))
              .filter(process -> process.info().command().orElse("").endsWith("java"))
          : Optional.empty();
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
