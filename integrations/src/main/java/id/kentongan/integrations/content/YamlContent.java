package id.kentongan.integrations.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import id.kentongan.dialogs.content.reading.ContentReader;
import id.kentongan.dialogs.content.reading.ContentSource;
import id.kentongan.dialogs.content.reading.Fault;
import id.kentongan.dialogs.content.reading.Loaded;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Loads all content from a `config/` folder once, and says every fault in its files together.
/// Blocks: for start-up and the command line.
public final class YamlContent {
  private static final ObjectMapper YAML =
      new ObjectMapper(
          YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());

  private final Path config;
  private final List<Fault> faults = new ArrayList<>();

  private YamlContent(Path config) {
    this.config = config;
  }

  /// `intents`: those that the Ear's corpus knows; answers and next steps are held against them.
  public static Loaded load(Path config, Set<String> intents) {
    var reading = new YamlContent(config);
    Loaded loaded = ContentReader.read(reading.source(intents));
    return new Loaded(
        loaded.content(),
        Stream.concat(reading.faults.stream(), loaded.faults().stream()).toList());
  }

  private ContentSource source(Set<String> intents) {
    Map<String, Object> trees = new TreeMap<>();
    for (Path path : files()) {
      String name = config.relativize(path).toString();
      Object tree = tree(name, path);
      if (tree != null) {
        trees.put(name, tree);
      }
    }
    Path regions = config.resolve("regions.csv");
    return new ContentSource(
        trees, Files.exists(regions) ? text("regions.csv", regions) : "", intents);
  }

  private List<Path> files() {
    var files = new ArrayList<Path>();
    for (String folder : List.of("words", "answers", "tariffs")) {
      Path root = config.resolve(folder);
      if (!Files.isDirectory(root)) {
        faults.add(new Fault(folder, "", "the folder is missing", "a folder in " + config));
        continue;
      }
      try (Stream<Path> paths = Files.walk(root)) {
        paths.filter(Files::isRegularFile).sorted().forEach(files::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    for (String file : List.of("papers.yaml", "rules.yaml", "offices.yaml")) {
      if (Files.exists(config.resolve(file))) {
        files.add(config.resolve(file));
      }
    }
    return files;
  }

  private @Nullable Object tree(String name, Path path) {
    if (!name.endsWith(".yaml")) {
      faults.add(new Fault(name, "", "is not a .yaml file", "files ending in .yaml"));
      return null;
    }
    try {
      return YAML.readValue(text(name, path), Object.class);
    } catch (JsonProcessingException e) {
      String where = e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr();
      faults.add(new Fault(name, where, e.getOriginalMessage().strip(), "YAML"));
      return null;
    }
  }

  private String text(String name, Path path) {
    try {
      return Files.readString(path);
    } catch (CharacterCodingException e) {
      faults.add(new Fault(name, "", "is not text in UTF-8", "UTF-8"));
      return "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
