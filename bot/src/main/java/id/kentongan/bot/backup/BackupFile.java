package id.kentongan.bot.backup;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.kentongan.bot.Refused;
import id.kentongan.integrations.BackupParts;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// A backup on the disk: a ZIP that only its owner may read, with the manifest as its last part, so
/// that one that was cut short has none.
final class BackupFile {
  private static final String MANIFEST = "manifest.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  private BackupFile() {}

  /// What fills a backup; its manifest is known only at the end.
  @FunctionalInterface
  interface Filling<T> {
    Filled<T> into(BackupParts.Out out) throws IOException;
  }

  /// The manifest of what was written, and what is to be told of it.
  record Filled<T>(Manifest manifest, T told) {}

  /// What is done with an open backup.
  @FunctionalInterface
  interface Reading<T> {
    T from(Manifest manifest, BackupParts.In in) throws IOException;
  }

  /// Writes beside the file and moves it there when it is whole and on the disk.
  static <T> T write(Path file, Filling<T> filling) throws IOException {
    Path half = file.resolveSibling(file.getFileName() + ".part");
    var own = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    Files.deleteIfExists(half);
    var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (var channel = FileChannel.open(half, options, own)) {
      T told = fill(channel, filling);
      channel.force(true);
      Files.move(half, file);
      return told;
    } finally {
      Files.deleteIfExists(half);
    }
  }

  private static <T> T fill(FileChannel channel, Filling<T> filling) throws IOException {
    var zip = new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel)));
    BackupParts.Out parts =
        (name, content) -> {
          zip.putNextEntry(new ZipEntry(name));
          content.to(new LeftOpen(zip));
          zip.closeEntry();
        };
    Filled<T> filled = filling.into(parts);
    parts.add(MANIFEST, to -> to.write(JSON.writeValueAsBytes(filled.manifest())));
    zip.finish();
    zip.flush();
    return filled.told();
  }

  /// Reads the whole file once to see that nothing of it is broken, then lets it be read.
  static <T> T read(Path file, Reading<T> reading) throws IOException {
    try (var zip = new ZipFile(file.toFile())) {
      ZipEntry manifest = zip.getEntry(MANIFEST);
      if (manifest == null || !sound(zip)) {
        throw new Refused(file + " is not whole: take another backup.");
      }
      var told = JSON.readValue(bytes(zip, manifest), Manifest.class);
      if (told.format() != Manifest.FORMAT) {
        throw new Refused(file + " was made by a newer program: restore it with that one.");
      }
      return reading.from(told, name -> part(zip, name));
    } catch (java.util.zip.ZipException e) {
      throw new Refused(file + " is not a backup, or not whole: " + e.getMessage());
    }
  }

  private static boolean sound(ZipFile zip) throws IOException {
    for (var entries = zip.entries(); entries.hasMoreElements(); ) {
      ZipEntry entry = entries.nextElement();
      var sum = new CRC32();
      try (var in = new CheckedInputStream(zip.getInputStream(entry), sum)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
      if (sum.getValue() != entry.getCrc()) {
        return false;
      }
    }
    return true;
  }

  private static byte[] bytes(ZipFile zip, ZipEntry entry) throws IOException {
    try (InputStream in = zip.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }

  private static InputStream part(ZipFile zip, String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new IOException("the backup has no part " + name);
    }
    return zip.getInputStream(entry);
  }

  /// why: whoever writes a part may close its stream, and other parts follow.
  private static final class LeftOpen extends FilterOutputStream {
    LeftOpen(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      out.write(bytes, from, count);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
