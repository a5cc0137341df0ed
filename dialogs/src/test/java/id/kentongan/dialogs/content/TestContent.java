package id.kentongan.dialogs.content;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import id.kentongan.dialogs.content.reading.ContentReader;
import id.kentongan.dialogs.content.reading.ContentSource;
import id.kentongan.dialogs.content.reading.Loaded;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The content of the repository's own `config/` for tests, found from wherever they run, with the
/// faults that it may have while it is written.
public final class TestContent {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  private TestContent() {}

  public static Content load() {
    return loaded().content();
  }

  public static Loaded loaded() {
    Path config = config();
    try (Stream<Path> paths = Files.walk(config)) {
      var trees = new TreeMap<String, Object>();
      for (Path path : paths.filter(p -> p.toString().endsWith(".yaml")).toList()) {
        String name = config.relativize(path).toString();
        if (!name.startsWith("corpus") && !name.equals("application.yaml")) {
          trees.put(name, YAML.readValue(path.toFile(), Object.class));
        }
      }
      Path regions = config.resolve("regions.csv");
      String csv = Files.exists(regions) ? Files.readString(regions) : "";
      return ContentReader.read(new ContentSource(trees, csv, Set.of()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The repository's `config/`.
  public static Path config() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.exists(folder.resolve("config/rules.yaml"))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      throw new IllegalStateException("no config/ above " + Path.of("").toAbsolutePath());
    }
    return folder.resolve("config");
  }
}
