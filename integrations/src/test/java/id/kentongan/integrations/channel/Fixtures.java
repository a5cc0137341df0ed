package id.kentongan.integrations.channel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The files of one channel, under `src/test/resources/<channel>`.
public final class Fixtures {
  public static final ObjectMapper MAPPER = new ObjectMapper();
  private final Path root;

  public Fixtures(String channel) {
    this.root = Path.of("src/test/resources", channel);
  }

  /// One file: its name without the ending, and its JSON.
  public record Fixture(String name, JsonNode json) {
    @Override
    public String toString() {
      return name;
    }
  }

  public List<Fixture> in(String folder) {
    try (Stream<Path> files = Files.list(root.resolve(folder))) {
      return files.sorted().map(Fixtures::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public List<String> lines(String file) {
    try {
      return Files.readAllLines(root.resolve(file));
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
