package id.kentongan.integrations.content;

import id.kentongan.dialogs.ear.Labelled;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The corpus in `config/corpus/<language>/<intent>.txt`, one example a line, `#` before a comment.
/// The lines of `language.txt` teach their language only.
public final class CorpusFiles {
  private static final String ENDING = ".txt";
  private static final String LANGUAGE_ONLY = "language";

  private CorpusFiles() {}

  public static List<Labelled> read(Path config) {
    Path root = config.resolve("corpus");
    try (Stream<Path> files = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
      return files
          .filter(f -> f.toString().endsWith(ENDING) && root.relativize(f).getNameCount() == 2)
          .sorted()
          .flatMap(f -> labelled(root, f))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Labelled> labelled(Path root, Path file) {
    String language = root.relativize(file).getName(0).toString();
    String name = file.getFileName().toString();
    String stem = name.substring(0, name.length() - ENDING.length());
    String intent = stem.equals(LANGUAGE_ONLY) ? "" : stem;
    return LexiconFiles.lines(file).map(line -> new Labelled(language, intent, line));
  }
}
