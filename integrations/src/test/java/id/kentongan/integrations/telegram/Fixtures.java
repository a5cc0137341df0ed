package id.kentongan.integrations.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The files under `src/test/resources/telegram`.
final class Fixtures {
  static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Path ROOT = Path.of("src/test/resources/telegram");

  private Fixtures() {}

  /// One file: its name without the ending, and its JSON.
  record Fixture(String name, JsonNode json) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Fixture> in(String folder) {
    try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
      return files.sorted().map(Fixtures::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> lines(String file) {
    try {
      return Files.readAllLines(ROOT.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Fixture read(Path file) {
    try {
      String name = file.getFileName().toString().replace(".json", "");
      return new Fixture(name, MAPPER.readTree(file.toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }
}
