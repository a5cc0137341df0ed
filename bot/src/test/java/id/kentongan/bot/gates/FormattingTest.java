package id.kentongan.bot.gates;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every source file is as google-java-format writes it; `-Dformat=fix` writes it so.
class FormattingTest {
  private static final Path ROOT = Path.of("..");

  @Test
  void sourcesAreFormatted() throws Exception {
    List<Path> sources = sources();
    assertThat(sources).hasSizeGreaterThan(50);
    boolean fix = "fix".equals(System.getProperty("format"));
    var wrong = sources.parallelStream().filter(source -> differs(source, fix)).toList();
    assertThat(wrong).as("not formatted; mend with -Dformat=fix").isEmpty();
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> modules = Files.list(ROOT)) {
      return modules
          .map(module -> module.resolve("src"))
          .filter(Files::isDirectory)
          .flatMap(FormattingTest::javaFiles)
          .toList();
    }
  }

  private static Stream<Path> javaFiles(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static boolean differs(Path source, boolean fix) {
    try {
      String written = Files.readString(source);
      String used = RemoveUnusedImports.removeUnusedImports(written);
      String formatted =
          new Formatter().formatSource(ImportOrderer.reorderImports(used, Style.GOOGLE));
      if (fix && !formatted.equals(written)) {
        Files.writeString(source, formatted);
        return false;
      }
      return !formatted.equals(written);
    } catch (IOException | FormatterException e) {
      throw new IllegalStateException(source.toString(), e);
    }
  }
}
