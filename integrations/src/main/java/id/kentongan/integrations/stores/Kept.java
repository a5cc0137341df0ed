package id.kentongan.integrations.stores;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.stream.IntStream;

/// What a store chose at its first start and keeps: its password and its port, each in a file that
/// only this program's user reads.
public final class Kept {
  private static final SecureRandom RANDOM = new SecureRandom();

  private Kept() {}

  /// The password in `file`; made up when there is none.
  public static String password(Path file) {
    if (Files.exists(file)) {
      return read(file);
    }
    byte[] random = new byte[24];
    RANDOM.nextBytes(random);
    String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    write(file, password);
    return password;
  }

  /// The port in `file` when nobody else has taken it, otherwise another one, now kept there.
  public static int port(Path file) {
    return port(file, 0);
  }

  /// As well, and never `other`, which is taken soon.
  public static int port(Path file, int other) {
    if (Files.exists(file)) {
      int port = Integer.parseInt(read(file));
      if (Ports.free(port)) {
        return port;
      }
    }
    int port = IntStream.generate(Ports::free).filter(it -> it != other).findFirst().orElseThrow();
    write(file, Integer.toString(port));
    return port;
  }

  /// Writes a file that nobody else may read, whole or not at all.
  public static void write(Path file, String text) {
    try {
      var secret = PosixFilePermissions.fromString("rw-------");
      Path fresh =
          Files.createTempFile(
              file.toAbsolutePath().getParent(),
              ".new",
              "",
              PosixFilePermissions.asFileAttribute(secret));
      Files.writeString(fresh, text);
      Files.move(
          fresh,
          file,
          java.nio.file.StandardCopyOption.ATOMIC_MOVE,
          java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
