package id.kentongan.bot.commands;

import id.kentongan.bot.Refused;
import id.kentongan.bot.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// The number of the process that runs on a data folder, in a file that it holds locked as long as
/// it runs. why locked: after a kill the number may be anybody's.
final class GatewayPid implements AutoCloseable {
  private final Path file;
  private final FileChannel held;

  private GatewayPid(Path file, FileChannel held) {
    this.file = file;
    this.held = held;
  }

  /// Notes this process; [Refused] when another runs there.
  static GatewayPid here(Settings settings) {
    Path file = file(settings);
    try {
      var held = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!locked(held)) {
        held.close();
        throw new Refused("data-dir: another gateway runs on " + settings.dataDir() + ".");
      }
      String pid = ProcessHandle.current().pid() + "\n";
      held.truncate(0).write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)));
      return new GatewayPid(file, held);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The process that runs there.
  static Optional<ProcessHandle> running(Settings settings) {
    Path file = file(settings);
    try (var looked = FileChannel.open(file, StandardOpenOption.WRITE)) {
      return locked(looked)
          ? Optional.empty()
          : ProcessHandle.of(Long.parseLong(Files.readString(file).strip()));
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Path file(Settings settings) {
    return settings.dataDir().resolve("gateway.pid");
  }

  private static boolean locked(FileChannel file) throws IOException {
    try {
      return file.tryLock() != null;
    } catch (OverlappingFileLockException ofThisProcess) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(file);
      held.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
