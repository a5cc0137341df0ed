package id.kentongan.bot.packaging;

import id.kentongan.bot.packaging.Tree.Entry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.apache.commons.compress.archivers.ar.ArArchiveEntry;
import org.apache.commons.compress.archivers.ar.ArArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;

/// A `.deb`: the same trees make the same bytes.
///
/// Source: https://manpages.debian.org/bookworm/dpkg-dev/deb.5.en.html
final class DebianArchive {
  private DebianArchive() {}

  /// `control` holds the files that dpkg works by, at the top. `built` is every file's time, in
  /// seconds.
  static void write(Path deb, Tree control, Tree data, long built) throws IOException {
    Path packed = Files.createTempFile("kentongan", ".tar.gz");
    try (var file = Files.newOutputStream(deb);
        var ar = new ArArchiveOutputStream(file)) {
      member(ar, "debian-binary", "2.0\n".getBytes(StandardCharsets.US_ASCII), built);
      var small = new ByteArrayOutputStream();
      tar(small, control, built);
      member(ar, "control.tar.gz", small.toByteArray(), built);
      try (OutputStream out = Files.newOutputStream(packed)) {
        tar(out, data, built);
      }
      ar.putArchiveEntry(entry("data.tar.gz", Files.size(packed), built));
      Files.copy(packed, ar);
      ar.closeArchiveEntry();
    } finally {
      Files.delete(packed);
    }
  }

  private static void member(ArArchiveOutputStream ar, String name, byte[] bytes, long built)
      throws IOException {
    ar.putArchiveEntry(entry(name, bytes.length, built));
    ar.write(bytes);
    ar.closeArchiveEntry();
  }

  private static ArArchiveEntry entry(String name, long size, long built) {
    return new ArArchiveEntry(name, size, 0, 0, 0100644, built);
  }

  private static void tar(OutputStream out, Tree tree, long built) throws IOException {
    try (var zipped = new GzipCompressorOutputStream(out);
        var tar = new TarArchiveOutputStream(zipped, StandardCharsets.UTF_8.name())) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
      Set<String> folders = new HashSet<>();
      folder(tar, "./", folders, built);
      for (var one : tree.entries().entrySet()) {
        String path = "." + one.getKey();
        for (int slash = path.indexOf('/', 2); slash > 0; slash = path.indexOf('/', slash + 1)) {
          folder(tar, path.substring(0, slash + 1), folders, built);
        }
        add(tar, path, one.getValue(), built);
      }
    }
  }

  private static void folder(
      TarArchiveOutputStream tar, String path, Set<String> folders, long built) throws IOException {
    if (folders.add(path)) {
      var entry = new TarArchiveEntry(path);
      put(tar, entry, 0755, built);
      tar.closeArchiveEntry();
    }
  }

  private static void add(TarArchiveOutputStream tar, String path, Entry entry, long built)
      throws IOException {
    switch (entry) {
      case Entry.Link(String target) -> {
        var link = new TarArchiveEntry(path, TarConstants.LF_SYMLINK);
        link.setLinkName(target);
        put(tar, link, 0777, built);
      }
      case Entry.Text(String text, int mode) -> {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        var plain = new TarArchiveEntry(path);
        plain.setSize(bytes.length);
        put(tar, plain, mode, built);
        tar.write(bytes);
      }
      case Entry.Copy(Path file, int mode) -> {
        var plain = new TarArchiveEntry(path);
        plain.setSize(Files.size(file));
        put(tar, plain, mode, built);
        try (InputStream in = Files.newInputStream(file)) {
          in.transferTo(tar);
        }
      }
    }
    tar.closeArchiveEntry();
  }

  private static void put(TarArchiveOutputStream tar, TarArchiveEntry entry, int mode, long built)
      throws IOException {
    entry.setMode(mode);
    entry.setIds(0, 0);
    entry.setNames("root", "root");
    entry.setModTime(built * 1000);
    tar.putArchiveEntry(entry);
  }
}
