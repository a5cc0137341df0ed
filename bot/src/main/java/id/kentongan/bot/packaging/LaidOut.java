package id.kentongan.bot.packaging;

import id.kentongan.bot.packaging.Tree.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/// A tree as dpkg would lay it out, below a folder.
final class LaidOut {
  private LaidOut() {}

  /// `built` is every file's time, in seconds.
  static void below(Path root, Tree tree, long built) throws IOException {
    for (var one : tree.entries().entrySet()) {
      Path at = root.resolve(one.getKey().substring(1));
      Files.createDirectories(at.getParent());
      lay(at, one.getValue(), FileTime.fromMillis(built * 1000));
    }
  }

  private static void lay(Path at, Entry entry, FileTime time) throws IOException {
    switch (entry) {
      case Entry.Link(String target) -> Files.createSymbolicLink(at, Path.of(target));
      case Entry.Text(String text, int mode) -> finish(Files.writeString(at, text), mode, time);
      case Entry.Copy(Path file, int mode) ->
          finish(Files.copy(file, at, StandardCopyOption.REPLACE_EXISTING), mode, time);
    }
  }

  private static void finish(Path at, int mode, FileTime time) throws IOException {
    Files.setPosixFilePermissions(at, permissions(mode));
    Files.setLastModifiedTime(at, time);
  }

  /// The lowest of `mode`'s bits is the last in Java's order.
  private static Set<PosixFilePermission> permissions(int mode) {
    PosixFilePermission[] all = PosixFilePermission.values();
    var permissions = EnumSet.noneOf(PosixFilePermission.class);
    for (int bit = 0; bit < all.length; bit++) {
      if ((mode >> (all.length - 1 - bit) & 1) == 1) {
        permissions.add(all[bit]);
      }
    }
    return permissions;
  }
}
