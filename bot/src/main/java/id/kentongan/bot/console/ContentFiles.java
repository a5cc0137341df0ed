package id.kentongan.bot.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The content's files that officers may write: answers, tariffs and words. Blocks.
record ContentFiles(Path config) {
  private static final String PATH =
      "(answers|tariffs|words/[a-z]{2,3})/[A-Za-z0-9._-]{1,80}\\.yaml";

  static boolean allowed(String path) {
    return path.matches(PATH) && !path.contains("..");
  }

  List<String> paths() {
    return Stream.of("answers", "tariffs", "words")
        .flatMap(folder -> below(folder).stream())
        .toList();
  }

  private List<String> below(String folder) {
    try (Stream<Path> files = Files.walk(config.resolve(folder), FileVisitOption.FOLLOW_LINKS)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> config.relativize(file).toString())
          .filter(ContentFiles::allowed)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The text on the disk; empty when there is no such file.
  Optional<String> text(String path) {
    Path file = config.resolve(path);
    try {
      return allowed(path) && Files.isRegularFile(file)
          ? Optional.of(Files.readString(file))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// SHA-256 in hexadecimal.
  static String hash(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
