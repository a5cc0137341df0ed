package id.kentongan.dialogs.mind;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.content.TestContent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every transcript says what the bot says; `-Dupdate` writes them anew, to be read before
/// committed.
class TalksTest {
  /// The repository's own, from whichever module a test runs.
  private static final Path TALKS =
      TestContent.config().resolveSibling("dialogs/src/test/resources/talks");

  @TestFactory
  Stream<DynamicTest> talks() throws IOException {
    return talkFiles().map(f -> DynamicTest.dynamicTest(f.getFileName().toString(), () -> play(f)));
  }

  static Stream<Path> talkFiles() throws IOException {
    try (var files = Files.list(TALKS)) {
      return files.filter(f -> f.toString().endsWith(".talk")).sorted().toList().stream();
    }
  }

  private static void play(Path file) throws IOException {
    List<String> script = Files.readAllLines(file);
    String happened = new Transcript(TestContent.load(), new KeywordEar()).play(script);
    if (System.getProperty("update") != null) {
      Files.writeString(file, happened);
    }
    assertThat(happened).isEqualTo(Files.readString(file));
  }
}
