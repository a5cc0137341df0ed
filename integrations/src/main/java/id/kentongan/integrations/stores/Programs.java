package id.kentongan.integrations.stores;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;

/// The servers' programs, unpacked once from their Maven artifacts.
public final class Programs {
  private Programs() {}

  /// Writes a program's files into an empty folder.
  @FunctionalInterface
  public interface Unpack {
    void into(Path folder) throws IOException;
  }

  /// The folder `name` under `home` with the program's files; unpacked when it is not there, whole
  /// or not at all, though several do it at once.
  public static Path unpacked(Path home, String name, Unpack unpack) {
    Path folder = home.resolve(name);
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(home);
        Path fresh = Files.createTempDirectory(home, name + "-");
        unpack.into(fresh);
        Commands.run(java.util.List.of("chmod", "-R", "a+rX", fresh.toString()));
        move(fresh, folder);
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot unpack " + name + " into " + home, e);
    }
  }

  /// A file inside an artifact, which names its systems as the artifact does: `{os}` and `{arch}`.
  public static InputStream artifact(Class<?> near, String resource) {
    InputStream stream = near.getResourceAsStream(resource);
    if (stream == null) {
      throw new IllegalStateException(
          "no embedded server for "
              + System.getProperty("os.name").toLowerCase(Locale.ROOT)
              + " "
              + System.getProperty("os.arch")
              + ": name external ones by redis.uri and database.url");
    }
    return stream;
  }

  /// Removes a folder and all in it.
  public static void remove(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  private static void move(Path fresh, Path folder) throws IOException {
    try {
      Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
      remove(fresh);
    }
  }
}
