package id.kentongan.bot.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Months of a member's life on the whole program, as a transcript: what was read on each day, what
/// was paid, what came unasked. `-Dupdate` writes them anew, to be read before committed.
@Timeout(300)
class MonthsTest {
  private static final Path MONTHS = Path.of("src/test/resources/months");

  @TempDir Path folder = Path.of("");

  @TestFactory
  Stream<DynamicTest> months() throws IOException {
    try (var files = Files.list(MONTHS)) {
      return files.sorted().toList().stream()
          .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> live(file)));
    }
  }

  private void live(Path file) throws IOException {
    Path own = Files.createDirectory(folder.resolve(file.getFileName().toString()));
    String lived;
    try (var year = new Year(own, Files.readAllLines(file).getFirst())) {
      lived = year.live(Files.readAllLines(file));
    }
    if (System.getProperty("update") != null) {
      Files.writeString(file, lived);
    }
    assertThat(lived).isEqualTo(Files.readString(file));
  }
}
