package id.kentongan.integrations.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The folder of trained models: which one the gateway began with, and what may go.
record ModelShelf(Path folder) {
  static final String PREFIX = "ear-";
  static final String SUFFIX = ".model";
  private static final String BEGUN = "begun";

  /// why: whoever tries changes of the corpus goes back and forth between a few.
  private static final int KEPT = 6;

  /// Deletes every model but this one.
  void keepOnly(String name) {
    try {
      deleteButFor(name, newestFirst());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Notes the model `name`; the oldest beyond a few are deleted, but never this one.
  void begin(String name) {
    try {
      Files.writeString(folder.resolve(BEGUN), name);
      deleteButFor(name, newestFirst().stream().skip(KEPT).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void deleteButFor(String name, List<Path> models) throws IOException {
    for (Path old : models) {
      if (!old.getFileName().toString().equals(name)) {
        Files.deleteIfExists(old);
      }
    }
  }

  /// The model that was noted last, where there is one.
  Optional<Path> begun() {
    try {
      Path note = folder.resolve(BEGUN);
      return Files.exists(note)
          ? Optional.of(folder.resolve(Files.readString(note).strip())).filter(this::ours)
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean ours(Path file) {
    return folder.equals(file.getParent()) && named(file);
  }

  private static boolean named(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith(PREFIX) && name.endsWith(SUFFIX);
  }

  private List<Path> newestFirst() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(ModelShelf::named)
          .sorted(Comparator.comparing(ModelShelf::made).reversed())
          .toList();
    }
  }

  private static FileTime made(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
