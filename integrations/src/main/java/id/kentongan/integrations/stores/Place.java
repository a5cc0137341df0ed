package id.kentongan.integrations.stores;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Where a store keeps its files, and under which account it runs. `programs` is where its programs
/// are unpacked.
public record Place(Path folder, Path programs, Account account) {
  /// Where the system keeps data of services, reachable by every account.
  private static final Path SYSTEM = Path.of("/var/lib/kentongan");

  /// The place of store `name` of a data folder: inside it, unless `account` cannot go there; then
  /// in a system folder of that data folder's own, where it stays.
  public static Place of(Path data, String name, Account account) {
    Path inside = data.toAbsolutePath().normalize();
    Path outside = outside(inside);
    try {
      Files.createDirectories(inside);
      boolean moved = Files.isDirectory(outside.resolve(name));
      boolean within = !moved && account.reaches(inside);
      Path home = within ? inside : outside;
      Path folder = Files.createDirectories(home.resolve(name));
      account.take(folder);
      return new Place(folder, programs(home, account), account);
    } catch (IOException e) {
      throw new UncheckedIOException("the data folder " + inside + " cannot be written", e);
    }
  }

  /// The folder of store `name` of a data folder on which it was started before; makes none.
  public static Optional<Path> made(Path data, String name) {
    Path inside = data.toAbsolutePath().normalize();
    return Stream.of(outside(inside), inside)
        .map(home -> home.resolve(name))
        .filter(Files::isDirectory)
        .findFirst();
  }

  private static Path outside(Path inside) {
    byte[] name = inside.toString().getBytes(StandardCharsets.UTF_8);
    return SYSTEM.resolve(UUID.nameUUIDFromBytes(name).toString());
  }

  /// The user's cache, so that a second data folder need not unpack again; where there is none, or
  /// another account must read it, beside the data.
  private static Path programs(Path home, Account account) {
    Path user = Path.of(System.getProperty("user.home", "/nonexistent"));
    return account != Account.NOBODY && Files.isWritable(user)
        ? user.resolve(".cache/kentongan")
        : home.resolve("programs");
  }
}
