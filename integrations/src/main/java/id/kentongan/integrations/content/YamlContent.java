package id.kentongan.integrations.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import id.kentongan.dialogs.content.reading.ContentReader;
import id.kentongan.dialogs.content.reading.ContentSource;
import id.kentongan.dialogs.content.reading.Fault;
import id.kentongan.dialogs.content.reading.Loaded;
import id.kentongan.dialogs.content.reading.Phrase;
import id.kentongan.dialogs.content.reading.Should;
import id.kentongan.dialogs.content.reading.Wrong;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Loads all content from a `config/` folder once, and says every fault in its files together.
/// Blocks: for start-up and the command line.
public final class YamlContent {
  private static final ObjectMapper YAML =
      new ObjectMapper(
          YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());

  /// How Jackson tells of a key that a map has twice.
  private static final Pattern TWICE = Pattern.compile("Duplicate field '(.+)'");

  private static final List<String> FOLDERS = List.of("words", "answers", "tariffs");
  private static final List<String> FILES =
      List.of("papers.yaml", "rules.yaml", "offices.yaml", "lexicon/occupations.yaml");

  private final Path config;
  private final Map<String, String> over;
  private final List<Fault> faults = new ArrayList<>();

  private YamlContent(Path config, Map<String, String> over) {
    this.config = config;
    this.over = over;
  }

  public static Loaded load(Path config) {
    return load(config, Map.of());
  }

  /// The same with texts that stand in the place of some files, or beside them, by their names
  /// below `config`.
  public static Loaded load(Path config, Map<String, String> over) {
    var reading = new YamlContent(config, Map.copyOf(over));
    Loaded loaded = ContentReader.read(reading.source());
    return new Loaded(
        loaded.content(),
        Stream.concat(reading.faults.stream(), loaded.faults().stream()).toList());
  }

  private ContentSource source() {
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
        trees, Files.exists(regions) ? text("regions.csv", regions) : "", intents());
  }

  /// The intents are those that the Ear has a corpus for: `corpus/id/<intent>.txt`; `language.txt`
  /// is none.
  private Set<String> intents() {
    Path corpus = config.resolve("corpus/id");
    if (!Files.isDirectory(corpus)) {
      faults.add(noFolder("corpus/id"));
      return Set.of();
    }
    return list(corpus).stream()
        .map(path -> corpus.relativize(path).toString())
        .filter(name -> name.endsWith(".txt"))
        .map(name -> name.substring(0, name.length() - ".txt".length()))
        .filter(name -> !name.equals("language"))
        .collect(Collectors.toSet());
  }

  private List<Path> files() {
    var files = new ArrayList<Path>();
    for (String folder : FOLDERS) {
      Path root = config.resolve(folder);
      if (!Files.isDirectory(root)) {
        faults.add(noFolder(folder));
        continue;
      }
      files.addAll(list(root));
    }
    for (String file : FILES) {
      if (Files.exists(config.resolve(file))) {
        files.add(config.resolve(file));
      }
    }
    over.keySet().stream()
        .map(config::resolve)
        .filter(file -> !files.contains(file))
        .forEach(files::add);
    return files;
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> paths = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      return paths.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private @Nullable Object tree(String name, Path path) {
    if (!name.endsWith(".yaml")) {
      faults.add(new Fault(name, "", Wrong.NOT_YAML.of(), Should.YAML_FILES.of()));
      return null;
    }
    try {
      return YAML.readValue(text(name, path), Object.class);
    } catch (JsonProcessingException e) {
      faults.add(broken(name, e));
      return null;
    }
  }

  private Fault noFolder(String folder) {
    return new Fault(folder, "", Wrong.NO_FOLDER.of(), Should.IN_FOLDER.of(config));
  }

  private static Fault broken(String name, JsonProcessingException e) {
    String line = e.getLocation() == null ? "?" : String.valueOf(e.getLocation().getLineNr());
    String said = e.getOriginalMessage().strip();
    Matcher twice = TWICE.matcher(said);
    Phrase.Said wrong =
        twice.matches() ? Wrong.KEY_TWICE.of(twice.group(1), line) : Wrong.YAML.of(said, line);
    return new Fault(name, "line " + line, wrong, Should.YAML.of());
  }

  private String text(String name, Path path) {
    String instead = over.get(name);
    if (instead != null) {
      return instead;
    }
    try {
      return Files.readString(path);
    } catch (CharacterCodingException e) {
      faults.add(new Fault(name, "", Wrong.NOT_UTF8.of(), Should.UTF8.of()));
      return "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
