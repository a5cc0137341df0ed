package id.kentongan.bot.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;

/// A folder for one gateway's data, gone afterwards.
final class Folder {
  private Folder() {}

  /// why: others may enter it, or an embedded store under another account could not.
  static Path fresh() {
    var all = PosixFilePermissions.fromString("rwxr-xr-x");
    try {
      Path folder = Files.createTempDirectory("kentongan-bench-");
      return Files.setPosixFilePermissions(folder, all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void remove(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
