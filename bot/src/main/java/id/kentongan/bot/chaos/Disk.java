package id.kentongan.bot.chaos;

import id.kentongan.integrations.stores.Commands;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A small disk of our own, in memory, under all that stores and gateways write; where this account
/// may mount none it is a folder like any other, and cannot be full.
final class Disk implements AutoCloseable {
  private static final String ROOM = "2g";
  private static final int BLOCK = 4096;

  private final Path folder;
  private final boolean own;

  private Disk(Path folder, boolean own) {
    this.folder = folder;
    this.own = own;
  }

  /// A folder that cannot be full.
  static Disk plain(Path folder) {
    return new Disk(folder, false);
  }

  /// A new folder `disk` in another one, full when that is asked for, if it may be.
  static Disk in(Path parent) {
    Path folder = parent.resolve("disk");
    try {
      Files.createDirectory(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try {
      String options = "size=" + ROOM + ",mode=755";
      Commands.run(List.of("mount", "-t", "tmpfs", "-o", options, "tmpfs", folder.toString()));
      return new Disk(folder, true);
    } catch (Commands.Failed notAllowed) {
      return new Disk(folder, false);
    }
  }

  Path folder() {
    return folder;
  }

  boolean canBeFull() {
    return own;
  }

  /// From now on nothing more can be written, or as much again as before.
  void full(boolean full) {
    if (own) {
      String size = full ? Long.toString(used()) : ROOM;
      Commands.run(List.of("mount", "-o", "remount,size=" + size, folder.toString()));
    }
  }

  @Override
  public void close() {
    if (own) {
      Commands.run(List.of("umount", "-l", folder.toString()));
    }
  }

  private long used() {
    try {
      FileStore store = Files.getFileStore(folder);
      long used = store.getTotalSpace() - store.getUnallocatedSpace();
      return Math.ceilDiv(used, BLOCK) * (long) BLOCK;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
