package id.kentongan.integrations.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The Ear's word lists in `config/lexicon/`.
public final class LexiconFiles {
  private LexiconFiles() {}

  /// `slang.tsv`: what people write, a tab, its standard form.
  public static Map<String, String> slang(Path config) {
    var slang = new HashMap<String, String>();
    lines(config.resolve("lexicon").resolve("slang.tsv"))
        .map(line -> line.split("\t", 2))
        .filter(cells -> cells.length == 2)
        .forEach(cells -> slang.put(cells[0].strip(), cells[1].strip()));
    return slang;
  }

  /// `expressions.tsv`: the name of a meaning, a tab, expressions of it parted by `|`.
  public static Map<String, List<String>> expressions(Path config) {
    return named(config.resolve("lexicon").resolve("expressions.tsv"));
  }

  /// `lists.tsv`: the name of a list, a tab, its words parted by `|`.
  public static Map<String, List<String>> lists(Path config) {
    return named(config.resolve("lexicon").resolve("lists.tsv"));
  }

  private static Map<String, List<String>> named(Path file) {
    var named = new HashMap<String, List<String>>();
    lines(file)
        .map(line -> line.split("\t", 2))
        .filter(cells -> cells.length == 2)
        .forEach(
            cells ->
                named
                    .computeIfAbsent(cells[0].strip(), name -> new ArrayList<>())
                    .addAll(Stream.of(cells[1].split("\\|")).map(String::strip).toList()));
    return named;
  }

  /// The lines of a list, without comments and empty ones.
  static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
