package id.kentongan.integrations.crypto;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What stands in the master key's file, in hexadecimal. First the key that wraps; then, when the
/// key was changed since the stores are: `root` and the first key of all, from which everything but
/// wrapping is derived; and while it is being changed: `also` and another key that opens.
public record KeyFile(String current, String root, List<String> also) {
  private static final Pattern KEY = Pattern.compile("[0-9a-fA-F]{64}");
  private static final int BYTES = 32;

  public KeyFile {
    also = List.copyOf(also);
  }

  /// Fails with [KeyRefused] when the file is missing, unreadable or holds no key.
  public static KeyFile read(Path file) {
    if (!Files.exists(file)) {
      throw new KeyRefused(
          "privacy.key-file: there is no key at " + file + "; give the stores' key");
    }
    try {
      // why: whatever the bytes are, what is wrong with them is that they are no digits.
      String text = Files.readString(file, StandardCharsets.ISO_8859_1);
      return parse(file, text.strip().lines().map(String::strip).toList());
    } catch (IOException e) {
      throw new KeyRefused("privacy.key-file: cannot read " + file + ": " + e.getMessage());
    }
  }

  /// What to do where everybody on the machine may read the file; nothing where the file system
  /// knows no such rights, or where the file cannot be looked at, which whoever reads it says.
  public static Optional<String> exposed(Path file) {
    return exposed(file, Path.of("/proc/self/mountinfo"));
  }

  /// `mounts`: where the system tells of its mounts.
  static Optional<String> exposed(Path file, Path mounts) {
    try {
      Path real = file.toRealPath();
      boolean open = allows(real, PosixFilePermission.OTHERS_READ) && !handedIn(real, mounts);
      for (Path above = real.getParent(); open && above != null; above = above.getParent()) {
        open = allows(above, PosixFilePermission.OTHERS_EXECUTE);
      }
      return open
          ? Optional.of(
              "privacy.key-file: everybody on this machine may read the master key, chmod 600 "
                  + file)
          : Optional.empty();
    } catch (IOException | UnsupportedOperationException e) {
      return Optional.empty();
    }
  }

  /// Whether the file alone was put there from outside, as a container is given a secret: who may
  /// reach it is up to folders that are not seen from within.
  ///
  /// Source: https://man7.org/linux/man-pages/man5/proc_pid_mountinfo.5.html
  private static boolean handedIn(Path real, Path mounts) throws IOException {
    if (!Files.isReadable(mounts)) {
      return false;
    }
    try (var lines = Files.lines(mounts, StandardCharsets.ISO_8859_1)) {
      return lines.anyMatch(line -> line.split(" ")[4].equals(real.toString()));
    }
  }

  private static boolean allows(Path path, PosixFilePermission right) throws IOException {
    return Files.getPosixFilePermissions(path).contains(right);
  }

  private static KeyFile parse(Path file, List<String> lines) {
    String current = lines.isEmpty() ? "" : lines.getFirst();
    String root = current;
    var also = new ArrayList<String>();
    boolean sound = KEY.matcher(current).matches();
    for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
      String key = line.substring(line.indexOf(' ') + 1);
      sound &= KEY.matcher(key).matches();
      if (line.startsWith("root ")) {
        root = key;
      } else if (line.startsWith("also ")) {
        also.add(key);
      } else {
        sound = false;
      }
    }
    if (!sound) {
      throw new KeyRefused(
          "privacy.key-file: "
              + file
              + " must hold 64 hexadecimal digits: a new one from openssl rand -hex 32, that of"
              + " stores with data as ./kentongan keys rotate wrote it");
    }
    return new KeyFile(current, root, also);
  }

  static KeyFile fresh(SecureRandom random) {
    String key = key(random);
    return new KeyFile(key, key, List.of());
  }

  /// With a new key that opens, and does not wrap yet.
  public KeyFile prepared(SecureRandom random) {
    return new KeyFile(current, root, List.of(key(random)));
  }

  /// The key that only opened wraps from now on, and the one that wrapped only opens.
  public KeyFile turned() {
    return new KeyFile(also.getFirst(), root, List.of(current));
  }

  /// With the key alone that wraps.
  public KeyFile finished() {
    return new KeyFile(current, root, List.of());
  }

  public MasterKey master() {
    return new MasterKey(bytes(current), bytes(root), also.stream().map(KeyFile::bytes).toList());
  }

  /// Writes it for its owner alone, whole or not at all.
  public void write(Path file) {
    Path beside = file.resolveSibling(file.getFileName() + ".new");
    var own = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try {
      Files.deleteIfExists(beside);
      try (var channel = FileChannel.open(beside, options, own)) {
        channel.write(ByteBuffer.wrap(text().getBytes(StandardCharsets.US_ASCII)));
        channel.force(true);
      }
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new KeyRefused("privacy.key-file: cannot write " + file + ": " + e.getMessage());
    }
  }

  private String text() {
    var text = new StringBuilder(current + '\n');
    if (!root.equals(current)) {
      text.append("root ").append(root).append('\n');
    }
    also.forEach(key -> text.append("also ").append(key).append('\n'));
    return text.toString();
  }

  private static String key(SecureRandom random) {
    byte[] key = new byte[BYTES];
    random.nextBytes(key);
    return HexFormat.of().formatHex(key);
  }

  private static byte[] bytes(String key) {
    return HexFormat.of().parseHex(key);
  }

  @Override
  public String toString() {
    return "KeyFile[" + master().fingerprint() + "]";
  }
}
