package id.kentongan.bot.packaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The files of a package by their absolute paths, all of root.
final class Tree {
  static final int PLAIN = 0644;
  static final int PROGRAM = 0755;

  private final SortedMap<String, Entry> entries = new TreeMap<>();

  /// What lies at a path.
  sealed interface Entry {
    record Copy(Path file, int mode) implements Entry {}

    record Text(String text, int mode) implements Entry {}

    record Link(String target) implements Entry {}
  }

  SortedMap<String, Entry> entries() {
    return entries;
  }

  void file(String path, Path from, int mode) {
    entries.put(path, new Entry.Copy(from, mode));
  }

  void text(String path, String text, int mode) {
    entries.put(path, new Entry.Text(text, mode));
  }

  void link(String path, String target) {
    entries.put(path, new Entry.Link(target));
  }

  /// All in a folder, programs as programs.
  void folder(String path, Path from) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      all.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
          .forEach(file -> add(path + '/' + from.relativize(file), file));
    }
  }

  private void add(String path, Path file) {
    try {
      if (Files.isSymbolicLink(file)) {
        entries.put(path, new Entry.Link(Files.readSymbolicLink(file).toString()));
      } else {
        file(path, file, Files.isExecutable(file) ? PROGRAM : PLAIN);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Bytes below a path.
  long size(String under) {
    return entries.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(under))
        .mapToLong(entry -> size(entry.getValue()))
        .sum();
  }

  private static long size(Entry entry) {
    try {
      return switch (entry) {
        case Entry.Copy(Path file, int mode) -> Files.size(file);
        case Entry.Text(String text, int mode) -> text.getBytes(StandardCharsets.UTF_8).length;
        case Entry.Link(String target) -> 0;
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
